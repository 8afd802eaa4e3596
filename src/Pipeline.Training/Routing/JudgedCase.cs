using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Difficulty;
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
    private readonly CaseWalk _walk = new();

    /// <summary>Decides a case.</summary>
    public JudgedCase Judge(LabelledCase labelled)
    {
        var (messages, after) = _walk.Take(
            CaseWalk.ConversationOf(labelled.Id, labelled.SpokenLanguage, labelled.Brand, labelled.Channel, labelled.Page), labelled.Turns);
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
}
