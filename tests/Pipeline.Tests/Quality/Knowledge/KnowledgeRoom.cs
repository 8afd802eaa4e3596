using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge;
using Pipeline.Routing;
using Pipeline.Scoring.PersonalData;
using Pipeline.Suggestions;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Quality.Knowledge;

/// <summary>The knowledge loop on plain tables, with the real libraries, the real masker and the real advisors; transcripts are what a test says.</summary>
internal sealed class KnowledgeRoom
{
    private readonly ServiceProvider _services;

    public KnowledgeRoom(Action<KnowledgeOptions>? configure = null, InMemoryTables? tables = null)
    {
        Tables = tables ?? new();
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ITables>(Tables)
            .AddSingleton<ITranscripts>(Transcripts)
            .AddSingleton<IStandingReader>(Transcripts)
            .AddSingleton<IBus>(new RecordingBus())
            .AddSingleton<ITextMasker>(new TextMasker(new PersonalDataMasker()))
            .AddLogging()
            .AddSuggestions()
            .AddKnowledge()
            .Configure<KnowledgeOptions>(options => configure?.Invoke(options));
        RoutingServices.AddRouting(services);
        _services = services.BuildServiceProvider();
    }

    public InMemoryTables Tables { get; }

    public FakeClock Clock { get; } = new();

    public FakeTranscripts Transcripts { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task RunAsync<T>()
        where T : ITimerJob => Get<T>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>A conversation is closed: its rows go through every projection.</summary>
    public async Task CloseAsync(ConversationRecord record)
    {
        foreach (var projection in _services.GetServices<IConversationProjection>())
        {
            await projection.ProjectAsync(record, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A conversation is reopened, or erased.</summary>
    public async Task ReopenAsync(string key)
    {
        foreach (var projection in _services.GetServices<IConversationProjection>())
        {
            await projection.RemoveAsync(key, TestContext.Current.CancellationToken);
        }
    }
}
