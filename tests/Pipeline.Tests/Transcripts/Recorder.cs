using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Index;

namespace Pipeline.Tests.Transcripts;

/// <summary>Records and indexes on plain tables.</summary>
internal sealed class Recorder(InMemoryTables? tables = null)
{
    public const string HashKey = "a key of the tests";

    public InMemoryTables Tables { get; } = tables ?? new();

    public TranscriptReader Reader => new(Tables);

    public Task<StageResult<MessageScored>> TryRecordAsync(MessageAnalyzed message) =>
        new RecordStage(Tables, NullLogger<RecordStage>.Instance).RunAsync(message, TestContext.Current.CancellationToken);

    /// <summary>Records messages; what comes of them that somebody takes.</summary>
    public async Task<IReadOnlyList<MessageScored>> RecordAsync(params MessageAnalyzed[] messages)
    {
        var all = new List<MessageScored>();
        foreach (var message in messages)
        {
            if (await TryRecordAsync(message) is StageResult<MessageScored>.GoOn goOn)
            {
                all.AddRange(goOn.Messages.Where(next => ConversationFlow.Topology.Takes(Entities.Conversations, next.Properties)));
            }
        }

        return all;
    }

    public Task IndexAsync(ConversationEvent message) =>
        new StoreStage(Indexer).RunAsync(message, TestContext.Current.CancellationToken);

    /// <summary>After so long whoever projects is taken to be dead. Short: whoever crashed here is gone at once.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(50);

    private IOptions<TranscriptOptions> Settings => Options.Create(new TranscriptOptions { CustomerHashKey = HashKey, ProjectionPatience = Patience });

    /// <summary>The indexer.</summary>
    public TranscriptIndexer Indexer => new(
        Tables,
        Projections,
        new CustomerHashes(Settings),
        Settings,
        NullLogger<TranscriptIndexer>.Instance,
        Measurer);

    /// <summary>What measures closed conversations; null for nothing.</summary>
    public IConversationMeasurer? Measurer { get; init; }

    public async Task RecordAndIndexAsync(params MessageAnalyzed[] messages)
    {
        foreach (var scored in await RecordAsync(messages))
        {
            // A close has the index written once it was routed; nobody routes here.
            if (scored.SummaryChanged || scored.Message.Kind == MessageKind.Close)
            {
                await IndexAsync(scored);
            }
        }
    }

    /// <summary>What is made from closed conversations.</summary>
    public List<IConversationProjection> Projections { get; } = [];

    public string Text => TableText.Of(Tables);
}
