using System.Text.Json;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Indicators;
using Pipeline.Replay;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Quality.Indicators;

/// <summary>The bundled conversations, played through the whole path, and what they measure.</summary>
public sealed class BundledMeasuresTests
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, (ConversationTranscript Transcript, ConversationMeasures Measures)>>> Played = new(PlayAllAsync);

    [Fact]
    public async Task Dump()
    {
        foreach (var (id, (transcript, measures)) in await Played.Value)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{id}: {JsonSerializer.Serialize(measures with { EngagedSpans = [] })} waits={string.Join(',', CustomerWaits.Of(transcript).Spans.Select(s => s.TotalSeconds))} {transcript.Messages.Count}");
        }
    }

    private static async Task<IReadOnlyDictionary<string, (ConversationTranscript Transcript, ConversationMeasures Measures)>> PlayAllAsync()
    {
        var options = Options.Create(new IndicatorOptions());
        var measurer = new ConversationMeasurer(new NoSuggestions(), new JourneyMap(options), options);
        var all = new SortedDictionary<string, (ConversationTranscript, ConversationMeasures)>(StringComparer.Ordinal);
        foreach (var conversation in BundledConversations.All)
        {
            await using var path = await WholePath.StartAsync();
            foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start))
            {
                await path.PostAsync(webhook);
            }

            await path.DrainAsync();
            var key = ConversationKeys.Conversation("generic", "demo", conversation.Id);
            var record = (await new Pipeline.Transcripts.TranscriptReader(path.Tables).ReadRecordAsync(key, CancellationToken.None))!;
            all[conversation.Id] = (record.Transcript, measurer.Measure(record));
        }

        return all;
    }

    private sealed class NoSuggestions : ISuggestionOutcomes
    {
        public SuggestionOutcome Of(ConversationRecord record) => SuggestionOutcome.Nothing;
    }
}
