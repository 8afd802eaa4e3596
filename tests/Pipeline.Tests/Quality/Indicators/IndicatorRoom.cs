using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Indicators;
using Pipeline.Tests.Transcripts;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Index;

namespace Pipeline.Tests.Quality.Indicators;

/// <summary>Records conversations, closes them and keeps their indicators, on plain tables.</summary>
internal sealed class IndicatorRoom
{
    private readonly Recorder _recorder;
    private readonly TranscriptIndexer _indexer;

    public IndicatorRoom(Action<IndicatorOptions>? configure = null)
    {
        configure?.Invoke(Options);
        _recorder = new(Tables);
        Measurer = new(new NoSuggestions(), new JourneyMap(Wrapped), Wrapped);
        var transcripts = Microsoft.Extensions.Options.Options.Create(new TranscriptOptions { CustomerHashKey = "a key of the tests" });
        Hashes = new CustomerHashes(transcripts);
        RollUps = new(Tables, Wrapped);
        Projection = new(Tables, Measurer, Hashes, Wrapped);
        _indexer = new(
            Tables,
            [Projection],
            Hashes,
            transcripts,
            NullLogger<TranscriptIndexer>.Instance);
    }

    public InMemoryTables Tables { get; } = new();

    public IndicatorOptions Options { get; } = new();

    public IOptions<IndicatorOptions> Wrapped => Microsoft.Extensions.Options.Options.Create(Options);

    public ConversationMeasurer Measurer { get; }

    public CustomerHashes Hashes { get; }

    public RollUps RollUps { get; }

    public IndicatorProjection Projection { get; }

    public async Task SayAsync(params MessageAnalyzed[] messages)
    {
        await _recorder.RecordAsync(messages);
        foreach (var key in messages.Select(message => message.Conversation.Key).Distinct())
        {
            await IndexAsync(key);
        }
    }

    public Task IndexAsync(string key) => _indexer.IndexAsync(key, TestContext.Current.CancellationToken);

    public Task RemoveAsync(string key) => _indexer.RemoveAsync(key, TestContext.Current.CancellationToken);

    public Task<ConversationRecord?> ReadAsync(string key) => _recorder.Reader.ReadRecordAsync(key, TestContext.Current.CancellationToken);

    public async Task<ConversationMeasures> MeasureAsync(string key) => Measurer.Measure((await ReadAsync(key))!);

    public async Task<ConversationMeasures> MeasureAsync(params MessageAnalyzed[] messages)
    {
        await SayAsync(messages);
        return await MeasureAsync(messages[0].Conversation.Key);
    }

    private sealed class NoSuggestions : ISuggestionOutcomes
    {
        public SuggestionOutcome Of(ConversationRecord record) => SuggestionOutcome.Nothing;
    }
}
