using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Scoring.Recognition;
using Pipeline.Scoring.Signals;

namespace Pipeline.Training.Routing.Learning;

/// <summary>Measures on each hand what was learned from all others: how it does on chats that nobody tuned to.</summary>
internal sealed class AcrossHands
{
    private readonly List<(LearningCase Case, RoutingDecision ByRules, RoutingDecision Decision)> _cases = [];
    private readonly List<(LearningWish Wish, float Probability)> _wishes = [];

    /// <param name="data">The data.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Told what share is done.</param>
    public AcrossHands(LearningData data, RoutingRules rules, int seed, Action<double> progress)
    {
        var list = new EvidenceList();
        for (var number = 0; number < data.AllHands.Count; number++)
        {
            var hand = data.AllHands[number];
            var models = new RoutingLearner(rules, seed).Learn(
                "apart", [.. data.Cases.Where(one => one.Hand != hand)], [.. data.Wishes.Where(one => one.Hand != hand)], 0);
            foreach (var one in data.Cases.Where(one => one.Hand == hand))
            {
                _cases.Add((
                    one,
                    RoutingDecider.Decide(rules with { Learned = null, Rules = [.. rules.Rules.Where(rule => rule.When is { LearnedDifficulty: null, LearnedUrgency: null })] }, one.Input),
                    RoutingDecider.Decide(rules, one.ScoredBy(models.Words), models.Routing)));
            }

            // Ordinary messages are of no hand that is left out: the first models are as good as any.
            foreach (var wish in data.Wishes.Where(one => one.Hand == hand).Concat(number == 0 ? data.Ordinary : []))
            {
                wish.Message.Fill(list);
                _wishes.Add((wish, models.Words.Score(list).Wish));
            }

            progress((number + 1.0) / data.AllHands.Count);
        }

        Hands = data.AllHands;
    }

    /// <summary>The hands.</summary>
    public IReadOnlyList<string> Hands { get; }

    /// <summary>The figures of a hand; of all for null: by the rules alone, and with what was learned.</summary>
    public (RoutingMeasurement Rules, RoutingMeasurement Learned) Of(string? hand)
    {
        var own = _cases.Where(one => hand is null || one.Case.Hand == hand).ToList();
        return (
            RoutingMeasurement.OfDecisions([.. own.Select(one => (one.Case.Labelled.Expected, one.ByRules))]),
            RoutingMeasurement.OfDecisions([.. own.Select(one => (one.Case.Labelled.Expected, one.Decision))]));
    }

    /// <summary>Recall and precision of wishes, decided as in use.</summary>
    public (int Texts, double Recall, double Precision) Wishes(string? hand, float wishAt)
    {
        var own = _wishes.Where(one => hand is null ? one.Wish.Hand != LearningData.Corpus : one.Wish.Hand == hand).ToList();
        var heard = own.Where(one => Wish.IsOne(one.Wish.Message.HeardByGrammar, one.Wish.Message.Denied, one.Probability, wishAt)).ToList();
        var right = (double)heard.Count(one => one.Wish.Wish);
        return (own.Count, right / Math.Max(1, own.Count(one => one.Wish.Wish)), right / Math.Max(1, heard.Count));
    }

    /// <summary>The decisions with what was learned from other hands, to look at what else could be decided from them.</summary>
    public IEnumerable<(CaseLabels Expected, LearnedVerdict Verdict)> Verdicts =>
        _cases.Where(one => one.Decision.Inputs?.Learned is not null).Select(one => (one.Case.Labelled.Expected, one.Decision.Inputs!.Learned!));
}
