using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;

namespace Pipeline.Tests.Flow;

/// <summary>Plays every bundled conversation through the whole path and compares with what a person expects of it.</summary>
public sealed class BundledOutcomeTests
{
    // What the word lists and first rules reach, less a conversation: trained models and labelled cases come after them.
    private const int FewestJudgedRight = 19;
    private const int FewestRoutedRight = 18;
    private const int FewestFeltRight = 22;

    [Fact]
    public async Task Conversations_are_judged_felt_and_routed_as_a_person_would()
    {
        var played = new List<(string Id, ConversationTranscript Transcript, ExpectedOutcome Expected)>();
        foreach (var conversation in BundledConversations.All)
        {
            played.Add((conversation.Id, await PlayAsync(conversation), ExpectedOutcome.All[conversation.Id]));
        }

        var missed = played.Where(play => play.Expected.Hard && !play.Transcript.Assignment!.Decision.Hard).Select(play => play.Id);
        Assert.Empty(missed);
        AtLeast(FewestJudgedRight, "hard", played, play => play.Transcript.Assignment!.Decision.Hard == play.Expected.Hard);
        AtLeast(FewestRoutedRight, "skill", played, play => play.Transcript.Assignment!.Decision.Skill == play.Expected.Skill);
        AtLeast(FewestFeltRight, "arc", played, play => Shows(play.Expected.Arc, play.Transcript.State.Journey));
    }

    private static bool Shows(string arc, EmotionalJourney journey) => arc switch
    {
        "calm" => journey.WorstValence > -0.75,
        "repair" => journey.WorstValence <= -0.3 && journey.LastValence > 0,
        "delight" => journey.LastValence > 0.3,
        "rising_anger" => journey is { WorstValence: <= -0.5, LastValence: <= -0.3 },
        "flat_negative" => journey is { WorstValence: <= -0.3, LastValence: <= 0 },
        "worry" => journey.WorstValence <= -0.3 && (journey.Start == Emotion.Fear || journey.Worst == Emotion.Fear),
        "mixed" => journey.WorstValence < 0,
        _ => throw new ArgumentOutOfRangeException(nameof(arc), arc, "Not an arc of the labels."),
    };

    private static void AtLeast(
        int fewest,
        string what,
        List<(string Id, ConversationTranscript Transcript, ExpectedOutcome Expected)> played,
        Func<(string Id, ConversationTranscript Transcript, ExpectedOutcome Expected), bool> right)
    {
        var wrong = played.Where(play => !right(play)).Select(play => play.Id).ToList();
        Assert.True(
            played.Count - wrong.Count >= fewest,
            $"{what}: {played.Count - wrong.Count} of {played.Count} right, at least {fewest} expected; wrong: {string.Join(", ", wrong)}");
    }

    private static async Task<ConversationTranscript> PlayAsync(RecordedConversation conversation)
    {
        await using var path = await WholePath.StartAsync();
        foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start))
        {
            await path.PostAsync(webhook);
        }

        await path.DrainAsync();
        return (await path.Transcripts.ReadAsync(
            ConversationKeys.Conversation("generic", "demo", conversation.Id), TestContext.Current.CancellationToken))!;
    }
}
