using System.Text.Json;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Indicators;
using Pipeline.Replay;
using Pipeline.Tests.Flow;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Quality.Indicators;

/// <summary>The bundled conversations, played through the whole path, and what they measure.</summary>
public sealed class BundledMeasuresTests
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, ConversationRecord>>> Played = new(PlayAllAsync);
    private static readonly IOptions<IndicatorOptions> Settings = Options.Create(new IndicatorOptions());
    private static readonly ConversationMeasurer Measurer = new(new NoSuggestions(), new JourneyMap(Settings), Settings);

    [Fact]
    public async Task They_measure_what_was_worked_out_by_hand()
    {
        var played = await Played.Value;
        Assert.True(IndicatorsPage.Bundled.Count >= 8, "The table of docs/indicators.md was not found.");
        Assert.All(IndicatorsPage.Bundled, row =>
        {
            var measures = Measurer.Measure(played[row.Key]);
            Assert.Equal<IEnumerable<double>>(
                row.Value,
                (double[])
                [
                    measures.FirstResponseSeconds!.Value, measures.WaitSeconds, measures.Waits, measures.LongestWaitSeconds, measures.EngagedSeconds,
                    measures.HeldSeconds, measures.Turns,
                ]);
        });
    }

    [Fact]
    public async Task The_outcome_is_what_a_person_says_of_it_and_unknown_rather_than_wrong()
    {
        var expected = Expected();
        var (right, wrong, rightUnrated, wrongUnrated) = (0, 0, 0, 0);
        foreach (var (id, record) in await Played.Value)
        {
            var met = expected[id] ? ConversationOutcome.Resolved : ConversationOutcome.Unresolved;
            Judge(Measurer.Measure(record).Outcome, met, ref right, ref wrong);

            var unrated = record.Transcript with { State = record.Transcript.State with { Rating = null } };
            Judge(Measurer.Measure(record with { Transcript = unrated }).Outcome, met, ref rightUnrated, ref wrongUnrated);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"with ratings {right} right, {wrong} wrong; without {rightUnrated} right, {wrongUnrated} wrong; of {expected.Count}");
        Assert.True(right >= 22 && wrong <= 1, $"With ratings {right} of {expected.Count} are right and {wrong} wrong.");
        Assert.True(rightUnrated >= 17 && wrongUnrated <= 4, $"Without ratings {rightUnrated} of {expected.Count} are right and {wrongUnrated} wrong.");
    }

    [Fact]
    public async Task Only_what_was_raised_counts_as_escalated()
    {
        var escalated = (await Played.Value).Where(played => Measurer.Measure(played.Value).Escalated).Select(played => played.Key).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", escalated));
        Assert.Contains("en-10-get-me-a-manager", escalated);
        Assert.DoesNotContain("en-12-missing-channels", escalated);
    }

    private static void Judge(ConversationOutcome outcome, ConversationOutcome expected, ref int right, ref int wrong)
    {
        right += outcome == expected ? 1 : 0;
        wrong += outcome != expected && outcome != ConversationOutcome.Unknown ? 1 : 0;
    }

    private static Dictionary<string, bool> Expected() => ((string[])["fr", "en"])
        .SelectMany(language => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", $"conversations.{language}.jsonl")))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .ToDictionary(
            json => json.GetProperty("id").GetString()!, json => json.GetProperty("expected").GetProperty("resolved").GetBoolean(), StringComparer.Ordinal);

    private static async Task<IReadOnlyDictionary<string, ConversationRecord>> PlayAllAsync()
    {
        var all = new SortedDictionary<string, ConversationRecord>(StringComparer.Ordinal);
        foreach (var conversation in BundledConversations.All)
        {
            await using var path = await WholePath.StartAsync();
            foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start))
            {
                await path.PostAsync(webhook);
            }

            await path.DrainAsync();
            all[conversation.Id] = (await new TranscriptReader(path.Tables).ReadRecordAsync(
                ConversationKeys.Conversation("generic", "demo", conversation.Id), CancellationToken.None))!;
        }

        return all;
    }

    private sealed class NoSuggestions : ISuggestionOutcomes
    {
        public SuggestionOutcome Of(ConversationRecord record) => SuggestionOutcome.Nothing;
    }
}
