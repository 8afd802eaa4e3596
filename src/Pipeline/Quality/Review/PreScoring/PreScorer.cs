using Pipeline.Ports;
using Pipeline.Quality.Review.Scorecards;

namespace Pipeline.Quality.Review.PreScoring;

/// <summary>
/// Proposes answers to the questions of a scorecard that name a rule. A message that the advisor wrote when they left the frame on purpose (hors
/// cadre) is evidence against nobody: a no that stands on such messages alone becomes "not applicable".
/// </summary>
public sealed class PreScorer(IToneReading tone)
{
    private static readonly IPreScoreRule[] Rules =
    [
        new AcknowledgementRule(), new AnsweredRule(), new BlankSlotRule(), new ClosingRule(), new ExplanationRule(), new GreetingRule(),
        new KnownSlotRule(), new PersonalDataRule(), new PromiseRule(), new ResponseWaitRule(), new ToneRule(),
    ];

    /// <summary>The names of the rules.</summary>
    public static IReadOnlyList<string> RuleNames { get; } = [.. Rules.Select(rule => rule.Name)];

    /// <summary>The proposals for a conversation, in the order of the questions.</summary>
    public IReadOnlyList<PreScore> Propose(Scorecard card, ConversationRecord record)
    {
        var conversation = new ReviewedConversation(record, tone);
        return
        [
            .. from question in card.Questions
               where question.PreScore is not null
               let rule = Array.Find(Rules, rule => rule.Name == question.PreScore)
               where rule is not null
               let judgement = Fair(rule.Judge(conversation), conversation)
               select new PreScore(question.Id, rule.Name, judgement.Answer, judgement.Reasons),
        ];
    }

    private static Judgement Fair(Judgement judgement, ReviewedConversation conversation)
    {
        if (judgement.Answer?.Yes != false || conversation.DeviationTurns.Count == 0)
        {
            return judgement;
        }

        PreScoreReason[] left =
        [
            .. judgement.Reasons.Where(reason => !reason.MessageIds.Any(conversation.DeviationTurns.Contains)),
        ];
        return left.Length > 0
            ? Judgement.No(left)
            : Judgement.NotApplicable(
                "Le conseiller a marqué une sortie du cadre : cela ne compte contre personne.",
                "The advisor marked that they left the frame: it counts against nobody.");
    }
}
