using Pipeline.Transcripts.Journey;

namespace Pipeline.Training.Journeys;

/// <summary>
/// Fits the weights of <see cref="DispleasureScale"/>: a logistic regression of "the mood turns at this message" over the customer's messages up
/// to the one where it does (all of them where it never does). Gradient descent with AdaGrad steps; no chance in it.
/// </summary>
internal static class JourneyFit
{
    private const int Rounds = 400;
    private const double Step = 0.5;

    // Two hundred messages or so for a dozen weights: held towards zero.
    private const double Shrink = 0.3;

    /// <summary>The weights, in the order of <see cref="DispleasureScale.Names"/>.</summary>
    public static double[] Fit(IReadOnlyList<LabelledConversation> conversations, JourneyWalk walk)
    {
        List<(double[] Measured, double Turns)> rows = [.. conversations.SelectMany(conversation => Rows(conversation, walk))];
        var weights = new double[DispleasureScale.Names.Count];
        var squares = new double[weights.Length];
        var gradient = new double[weights.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(gradient);
            foreach (var (measured, turns) in rows)
            {
                var error = Chance(weights, measured) - turns;
                for (var index = 0; index < weights.Length; index++)
                {
                    gradient[index] += error * measured[index];
                }
            }

            for (var index = 0; index < weights.Length; index++)
            {
                var slope = (gradient[index] + (index == 0 ? 0 : Shrink * weights[index])) / rows.Count;
                squares[index] += slope * slope;
                weights[index] -= squares[index] > 0 ? Step * slope / Math.Sqrt(squares[index]) : 0;
            }
        }

        return weights;
    }

    private static IEnumerable<(double[] Measured, double Turns)> Rows(LabelledConversation conversation, JourneyWalk walk)
    {
        var (messages, states) = walk.Take(conversation);
        var trigger = conversation.GivenLabels!.TriggerTurn;
        for (var turn = 0; turn < messages.Count && turn <= (trigger ?? int.MaxValue); turn++)
        {
            if (messages[turn].Analysis is { } analysis)
            {
                var measured = new double[DispleasureScale.Names.Count];
                DispleasureScale.Measure(CustomerReading.Of(states[turn], analysis, messages[turn], states[turn + 1].Language), measured);
                yield return (measured, turn == trigger ? 1 : 0);
            }
        }
    }

    private static double Chance(double[] weights, double[] measured)
    {
        var sum = 0.0;
        for (var index = 0; index < weights.Length; index++)
        {
            sum += weights[index] * measured[index];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
