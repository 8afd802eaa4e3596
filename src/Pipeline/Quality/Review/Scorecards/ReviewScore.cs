using Pipeline.Quality.Review.PreScoring;

namespace Pipeline.Quality.Review.Scorecards;

/// <summary>The score of a review.</summary>
/// <param name="Value">0 to 100; null when nothing applied.</param>
/// <param name="FailedCritical">The fail-critical questions that were failed: one of them makes the score 0.</param>
/// <param name="Unanswered">The questions without an answer: while there are some, the review cannot be handed in.</param>
public sealed record ReviewScore(double? Value, IReadOnlyList<string> FailedCritical, IReadOnlyList<string> Unanswered)
{
    /// <summary>
    /// Makes the score. A question gives 1 for yes, 0 for no, (point - 1) / (points - 1) on a scale; a section the mean of its questions by their
    /// weights; the score is the mean of the sections by theirs, times 100. What does not apply is left out of both means, so that the weights of
    /// the others grow in proportion. Where the advisor marked that they left the frame, a lost point of a question about the frame is left out too.
    /// </summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="answers">The answers of the person, by question.</param>
    /// <param name="leftFrame">Whether the advisor marked a deviation (hors cadre).</param>
    public static ReviewScore Of(Scorecard card, IReadOnlyDictionary<string, AnswerValue> answers, bool leftFrame)
    {
        var (sum, weights) = (0.0, 0.0);
        List<string> failed = [];
        List<string> unanswered = [];
        foreach (var section in card.Sections)
        {
            var (points, parts) = (0.0, 0.0);
            foreach (var question in section.Questions)
            {
                if (!answers.TryGetValue(question.Id, out var answer))
                {
                    unanswered.Add(question.Id);
                    continue;
                }

                if (ShareOf(question, answer) is not { } share || (share < 1 && question.Frame && leftFrame))
                {
                    continue;
                }

                if (question.FailCritical && share == 0)
                {
                    failed.Add(question.Id);
                }

                var weight = question.Weight ?? 1;
                (points, parts) = (points + (weight * share), parts + weight);
            }

            if (parts > 0)
            {
                (sum, weights) = (sum + (section.Weight * points / parts), weights + section.Weight);
            }
        }

        double? value = weights == 0 ? null : failed.Count > 0 ? 0 : Math.Round(100 * sum / weights, 2);
        return new(value, failed, unanswered);
    }

    /// <summary>Whether an answer can be given to a question.</summary>
    public static bool Fits(ScorecardQuestion question, AnswerValue answer) => answer.NotApplicable
        ? question.MayNotApply && answer is { Yes: null, Point: null }
        : question.Kind == QuestionKind.YesNo
            ? answer is { Yes: not null, Point: null }
            : answer is { Yes: null, Point: >= 1 } && answer.Point <= question.Points;

    private static double? ShareOf(ScorecardQuestion question, AnswerValue answer) => answer switch
    {
        { NotApplicable: true } => null,
        { Yes: { } yes } => yes ? 1 : 0,
        { Point: { } point } => (point - 1) / (double)(question.Points!.Value - 1),
        _ => null,
    };
}
