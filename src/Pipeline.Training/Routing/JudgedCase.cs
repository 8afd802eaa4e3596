using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Difficulty;
using Pipeline.Scoring;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Routing;

/// <summary>A labelled case with what the rules, and a router that knows only the sentiment, decide after its last message.</summary>
/// <param name="Labelled">The case.</param>
/// <param name="Decision">What the rules decide.</param>
/// <param name="BySentiment">What the sentiment alone decides.</param>
public sealed record JudgedCase(LabelledCase Labelled, RoutingDecision Decision, SentimentVerdict BySentiment);

/// <summary>What a router decides that takes angry for hard and urgent, and the matter for the skill.</summary>
/// <param name="Hard">Whether any of the customer's messages is angry or annoyed.</param>
/// <param name="Skill">The skill of the intent, else the default.</param>
public sealed record SentimentVerdict(bool Hard, string Skill);

/// <summary>Decides labelled cases the product's way: each message masked, analysed, folded; the decision is made from the state.</summary>
/// <param name="rules">The rules.</param>
public sealed class CaseJudge(RoutingRules rules)
{
    // The files do not say when. A moment that is neither a wait nor a burst.
    private const long SecondsBetween = 40;
    private const long Start = 1_770_000_000;

    private readonly ConversationWalk _walk = new(new CareAnalyzer());

    /// <summary>Decides a case.</summary>
    public JudgedCase Judge(LabelledCase labelled)
    {
        var turns = labelled.Turns.Any(turn => turn.Ts == 0)
            ? [.. labelled.Turns.Select((turn, index) => turn with { Ts = Start + (SecondsBetween * index) })]
            : labelled.Turns;
        var (messages, after) = _walk.Take(ConversationOf(labelled), turns);
        var (conversation, state) = after[^1];
        var angry = messages.Any(message => message.Analysis is { } analysis && analysis.Emotions[0].Emotion is Emotion.Anger or Emotion.Annoyance);
        var skill = state.Intent is { } intent ? rules.SkillByIntent.GetValueOrDefault(intent) : null;
        return new(
            labelled,
            RoutingDecider.Decide(rules, RoutingInput.Of(conversation, state)),
            new SentimentVerdict(angry, skill ?? rules.DefaultSkill));
    }

    /// <summary>Whether the decision about a single message honours a wish for a person.</summary>
    public bool HearsWish(LabelledWish labelled) => Judge(new LabelledCase
    {
        Id = "wish",
        Language = labelled.Language,
        Turns = [new LabelledTurn("customer", labelled.Text)],
        Expected = new CaseLabels { Hard = false, Skill = rules.DefaultSkill },
    }).Decision.WantsPerson;

    private static Conversation ConversationOf(LabelledCase labelled) => new()
    {
        Key = ConversationKeys.Conversation("labelled", "cases", labelled.Id),
        Platform = "labelled",
        Account = "cases",
        Id = labelled.Id,
        Brand = labelled.Brand ?? "default",
        Channel = labelled.Channel ?? "web",
        EntryPage = labelled.Page,
        LanguageHint = labelled.SpokenLanguage,
    };
}
