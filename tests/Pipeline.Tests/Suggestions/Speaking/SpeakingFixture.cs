using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Replies;
using Pipeline.Suggestions.Speaking;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Suggestions.Speaking;

/// <summary>A conversation on plain tables, recorded and spoken to by the stages of the product, with the library that comes with it.</summary>
internal sealed class SpeakingFixture : IDisposable
{
    private readonly KnowledgeLibrary _articles;

    private SpeakingFixture(SuggestionOptions settings)
    {
        var options = Options.Create(settings);
        Library = new(Tables, Clock, NullLogger<PhraseLibrary>.Instance);
        Reader = new(Tables);
        Policy = new(options, new BrandWeightsSource(Tables, Clock));
        _articles = new(Tables, Clock, NullLogger<KnowledgeLibrary>.Instance);
        Store = new(Tables, new("a key"), Clock);
        Replies = new(Store, Clock, NullLogger<ReplyLibrary>.Instance);
        var sources = new LibrarySources(Library, _articles, Replies, Tables, Clock);
        Stage = new([Library, Replies], Tables, options, NullLogger<SuggestStage>.Instance);
        Desk = new(Tables, Reader, sources, Policy);
        Feedback = new(Tables, Reader, sources, Clock);
        Watch = new(Tables, Reader, Loads, Library, Bus, options, Clock, NullLogger<SilenceWatchJob>.Instance);
    }

    public static string Key => Said.Conversation.Key;

    public InMemoryTables Tables { get; } = new();

    public FakeClock Clock { get; } = new(Said.Start);

    public RecordingBus Bus { get; } = new();

    public FakeLoads Loads { get; } = new();

    public PhraseLibrary Library { get; }

    public AcceptedReplyStore Store { get; }

    public ReplyLibrary Replies { get; }

    public TranscriptReader Reader { get; }

    public SpeakingPolicy Policy { get; }

    public SuggestStage Stage { get; }

    public SuggestionDesk Desk { get; }

    public FeedbackRecorder Feedback { get; }

    public SilenceWatchJob Watch { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SpeakingFixture> StartAsync(SpeakingOptions? speaking = null)
    {
        var fixture = new SpeakingFixture(new SuggestionOptions { Speaking = speaking ?? new() });
        await new PhraseSeed(fixture.Tables, NullLogger<PhraseSeed>.Instance).PlantAsync(Cancel);
        return fixture;
    }

    /// <summary>Records messages and suggests replies; what goes on for the last of them.</summary>
    public async Task<RepliesSuggested?> SayAsync(params MessageAnalyzed[] messages)
    {
        RepliesSuggested? said = null;
        foreach (var message in messages)
        {
            var result = await new RecordStage(Tables, NullLogger<RecordStage>.Instance).RunAsync(message, Cancel);
            foreach (var scored in ((StageResult<MessageScored>.GoOn)result).Messages)
            {
                said = await Stage.RunAsync(scored, Cancel) is StageResult<RepliesSuggested>.GoOn goOn ? Assert.Single(goOn.Messages) : null;
            }
        }

        return said;
    }

    /// <summary>An advisor gets the conversation.</summary>
    public async Task AssignAsync(string advisorId, AdvisorLevel? level = null)
    {
        var view = new AssignmentView
        {
            Status = AssignmentStatus.Assigned,
            AdvisorId = advisorId,
            AdvisorLevel = level,
            Decision = new RoutingDecision { Hard = false, Difficulty = 0, Skill = "general", Level = 1, Urgent = false, Reasons = [], RulesVersion = "1" },
        };
        var assignment = new Pipeline.Routing.Assignment { View = view };
        await Tables.ApplyAsync(TableNames.Conversations, Key, [assignment.Over(Key, null)], Cancel);
    }

    public async Task<DeskView> LookAsync() => (await Desk.ReadAsync(Key, Cancel))!;

    public Task<FeedbackTaken> TellAsync(string id, FeedbackKind kind, DeskView seen, int index = 0, string? text = null, FeedbackReason? reason = null) =>
        Feedback.RecordAsync(
            Key, new(id, kind, seen.Suggestions[index].Id, seen.Version!.OrderKey, seen.Version.Position, text, reason), Cancel);

    public async Task RetireAsync(Suggestion suggestion) => await Tables.ApplyAsync(
        TableNames.Phrases, "fr", [new TableChange.Delete(suggestion.Source["phrase:".Length..])], Cancel);

    public void Dispose()
    {
        Library.Dispose();
        _articles.Dispose();
        Replies.Dispose();
    }
}

/// <summary>Who holds what, as a test says.</summary>
internal sealed class FakeLoads : IAdvisorLoads
{
    public List<AdvisorLoad> Loads { get; } = [];

    public Task<IReadOnlyList<AdvisorLoad>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AdvisorLoad>>(Loads);
}
