using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Protection;
using Pipeline.Quality;
using Pipeline.Quality.Knowledge;
using Pipeline.Quality.Review;
using Pipeline.Routing;
using Pipeline.Scoring.PersonalData;
using Pipeline.Suggestions;
using Pipeline.Sweep;
using Pipeline.Tests.Support;
using Pipeline.Tests.Sweep;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Export;
using Pipeline.Transcripts.Floor;
using Pipeline.Transcripts.Index;
using Pipeline.Transcripts.Provenance;
using Pipeline.Web;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Web.Support;

/// <summary>The services that endpoints ask for, with ports that a test holds; and requests to call an endpoint with.</summary>
public sealed class WebFixture
{
    private readonly Lazy<IServiceProvider> _services;
    private FakeQueries? _queries;

    public WebFixture()
    {
        Services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ITranscripts>(Transcripts)
            .AddSingleton<IStandingReader>(Transcripts)
            .AddSingleton<ITranscriptQueries>(Queries)
            .AddSingleton<ITranscriptReindex>(Reindex)
            .AddSingleton<IConversationChanges>(Changes)
            .AddSingleton<IBusStatus>(Bus)
            .AddSingleton<IDeadLetters>(DeadLetters)
            .AddSingleton<ITables>(Tables)
            .AddSingleton<IBus>(new RecordingBus())
            .AddSingleton<IConversationFloor, FloorDesk>()
            .AddSingleton<IPlatformHistory>(History)
            .AddSingleton(new PlatformAccounts(Options.Create(new PlatformOptions
            {
                Accounts =
                {
                    new PlatformAccount { Platform = "generic", Account = "demo" },
                    new PlatformAccount { Platform = "chatwoot", Account = "support" },
                },
            })))
            .AddSweep()
            .AddReview()
            .AddSingleton<IConversationRecords>(new TranscriptReader(Tables))
            .AddSingleton<ITextMasker>(new TextMasker(new PersonalDataMasker()))
            .AddSuggestions()
            .AddSingleton<ICustomerHashes>(new CustomerHashes(Options.Create(new TranscriptOptions())))
            .AddQuality()
            .AddKnowledge()
            .AddSingleton<ITextMasker>(new TextMasker(new PersonalDataMasker()))
            .AddProtection(ConversationFlow.Topology)
            .AddSingleton<ICustomerConversations, CustomerConversations>()
            .AddSingleton<ITranscriptIndexer, TranscriptIndexer>()
            .AddSingleton<IPersonalStore, IndexStore>()
            .AddSingleton<IPersonalStore, ConversationStore>()
            .AddSingleton<IOpenConversations>(new OpenConversations(Tables))
            .AddSingleton<IReturningCustomers>(new ReturningCustomers(Tables, new CustomerHashes(Options.Create(new TranscriptOptions()))))
            .AddSingleton<ISuggestionSources>(Sources)
            .AddSingleton<IConversationRecords>(new TranscriptReader(Tables))
            .AddListed()
            .AddSingleton<TranscriptSeals>()
            .AddSingleton<WholeTranscripts>()
            .AddSingleton<TranscriptExport>()
            .AddSingleton<ExportListing>()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<OpenAccess>()
            .AddWeb();
        // ASP.NET Core has a method of the same name.
        RoutingServices.AddRouting(Services);
        _services = new(() => Services.BuildServiceProvider());
    }

    public ManualClock Clock { get; } = new();

    public FakeTranscripts Transcripts { get; } = new();

    public FakeQueries Queries => _queries ??= new(Transcripts);

    public FakeReindex Reindex { get; } = new();

    public FakeChanges Changes { get; } = new();

    public FakeBusStatus Bus { get; } = new();

    public FakeDeadLetters DeadLetters { get; } = new();

    public InMemoryTables Tables { get; } = new();

    /// <summary>The history of <c>generic/demo</c>.</summary>
    internal FakeHistory History { get; } = new("demo");

    /// <summary>The library: everything is offered but what a test retires.</summary>
    public FakeSources Sources { get; } = new();

    public RecordedLog Log { get; } = new();

    /// <summary>What is registered, until the first request is made.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Puts a conversation in, with the suggestions of its messages; each was made from all up to it.</summary>
    public async Task KnowAsync(ConversationTranscript transcript)
    {
        Transcripts.Known[transcript.Conversation.Key] = transcript;
        foreach (var (message, index) in transcript.Messages.Select((message, index) => (message, index)))
        {
            if (message.Suggestions is { } suggestions)
            {
                var row = new TableRow(
                    transcript.Conversation.Key,
                    ConversationRowKeys.Suggestions(ConversationKeys.Order(message.SentAt, message.Id)),
                    new Dictionary<string, object>
                    {
                        ["Position"] = index + 1,
                        ["Language"] = "fr",
                        ["Suggestions"] = JsonSerializer.Serialize(suggestions, PipelineJson.Default.IReadOnlyListSuggestion),
                    });
                await Tables.ApplyAsync(TableNames.Conversations, row.PartitionKey, [new TableChange.Upsert(row)], CancellationToken.None);
            }
        }
    }

    /// <summary>A request for an endpoint to answer.</summary>
    public DefaultHttpContext Request(string query = "")
    {
        var context = new DefaultHttpContext { RequestServices = _services.Value };
        context.Request.QueryString = new QueryString(query);
        context.Response.Body = new MemoryStream();
        return context;
    }

    /// <summary>Runs an endpoint and gives its answer.</summary>
    public async Task<Answer> AskAsync(Func<HttpRequest, CancellationToken, Task<IResult>> endpoint, string query = "")
    {
        var context = Request(query);
        var result = await endpoint(context.Request, TestContext.Current.CancellationToken);
        await result.ExecuteAsync(context);
        return Answer.Of(context);
    }
}

/// <summary>An answer.</summary>
public sealed record Answer(int Status, string? MediaType, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static Answer Of(HttpContext context)
    {
        context.Response.Body.Position = 0;
        using var reader = new StreamReader(context.Response.Body);
        return new Answer(context.Response.StatusCode, context.Response.ContentType, reader.ReadToEnd());
    }

    /// <summary>Holds it to be a problem document.</summary>
    public void IsProblem(int status, string code, string? field = null)
    {
        Assert.Equal(status, Status);
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal($"urn:pipeline:problem:{code}", Json.GetProperty("type").GetString());
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Json.GetProperty("title").GetString()!);
        Assert.NotEmpty(Json.GetProperty("detail").GetString()!);
        Assert.Equal(field, Json.TryGetProperty("field", out var value) ? value.GetString() : null);
    }
}
