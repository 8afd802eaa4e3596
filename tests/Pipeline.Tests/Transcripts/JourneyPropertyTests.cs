using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Messages;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Transcripts;

/// <summary>What holds of the journey of any conversation.</summary>
public sealed class JourneyPropertyTests
{
    private static readonly string[] Words =
    [
        "ok", "toujours rien", "JE VOUS L'AI DÉJÀ DIT", "merci beaucoup", "c'est une honte !!!", "il y a quelqu'un ?", "ça marche, génial",
        "malheureusement ce n'est pas possible", "je vous transfère", "débranchez la box", "", "😀", "\ud83d", "quel est le voyant de la box ?",
    ];

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Figures_stay_in_their_bounds() => Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Seeds, seed =>
        Journeys(Conversation(seed)).All(journey => journey is { Smoothed: >= -1 and <= 1, Trend: >= -2 and <= 2 }
            && journey.Memory.Slow is >= -1 and <= 1
            && journey.Delights.Count <= EmotionalJourney.MostDelights
            && journey.Trigger is null or { Certainty: > 0.5 and <= 1, Valence: < 0 })));

    [Fact]
    public void The_trigger_comes_before_the_repair_and_that_before_the_lift() => Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Seeds, seed =>
        Journeys(Conversation(seed)).All(journey => journey.Repair is not { } repair
            || (journey.Trigger!.Turn < repair.Turn && repair.Turn < repair.LiftTurn))));

    [Fact]
    public void Trigger_and_repair_once_seen_stay() => Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Seeds, seed =>
        Journeys(Conversation(seed)) is var all && all.Zip(all.Skip(1)).All(pair =>
            (pair.First.Trigger is null || pair.First.Trigger == pair.Second.Trigger)
            && (pair.First.Repair is null || pair.First.Repair == pair.Second.Repair))));

    [Fact]
    public void Without_displeasure_there_is_no_trigger() => Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Seeds, seed =>
        Journeys([.. Conversation(seed).Select(message => message.Analysis is null
            ? message
            : message with { Analysis = Said.Analysis(Math.Abs(message.Analysis.Valence), null, []) })])
            .All(journey => journey.Trigger is null && journey.Repair is null)));

    [Fact]
    public void No_word_of_an_advisor_is_felt() => Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var conversation = Conversation(seed);
        var other = conversation.Select(message => message.Sender.Role == SenderRole.Customer
            ? message
            : message with { Text = $"{Words[random.Next(Words.Length)]} Je suis furieuse, c'est honteux ! J'adore, quel bonheur ❤️" }).ToArray();
        return Journeys(conversation).Select(Felt).SequenceEqual(Journeys(other).Select(Felt));
    }));

    [Fact]
    public void Emotional_words_of_an_advisor_change_nothing_at_all()
    {
        MessageAnalyzed[] With(string answer) =>
        [
            Said.Customer(0, "ma box clignote"), Said.Advisor(30, answer), Said.Customer(60, "c'est vraiment une honte votre truc", -0.7),
        ];
        var cold = Journeys(With("Je regarde cela."))[^1];
        var warm = Journeys(With("Quelle horreur, je suis en colère pour vous et si triste, quelle joie de vous aider !"))[^1];
        Assert.Equal(Felt(cold), Felt(warm));
        Assert.Equal(cold.Trigger, warm.Trigger);
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter() => Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Seeds, seed =>
    {
        var conversation = Conversation(seed);
        var shuffled = conversation.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Text(conversation) == Text(shuffled);
    }));

    private static (double Smoothed, double Trend, double Last, double Worst, int Negative, int Positive, int Scored) Felt(EmotionalJourney journey) => (
        journey.Smoothed, journey.Trend, journey.LastValence, journey.WorstValence, journey.NegativeStreak, journey.PositiveStreak, journey.Scored);

    private static string Text(MessageAnalyzed[] messages) =>
        JsonSerializer.Serialize(new ConversationTimeline(messages).Fold()[^1].State, PipelineJson.Default.ConversationState);

    private static List<EmotionalJourney> Journeys(MessageAnalyzed[] messages) =>
        [.. new ConversationTimeline(messages).Fold().Select(folded => folded.State.Journey)];

    private static MessageAnalyzed[] Conversation(int seed)
    {
        var random = new Random(seed);
        var second = 0;
        return [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ =>
        {
            second += random.Next(1, 400);
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]));
            return random.Next(2) == 0 ? Said.Advisor(second, text) : Said.Customer(second, text, Math.Round((random.NextDouble() * 2) - 1, 3));
        })];
    }
}
