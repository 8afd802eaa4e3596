namespace Pipeline.Messages;

/// <summary>
/// What the words of a conversation's customer say for each learned answer of routing: the <see cref="RoutingScores"/> of their messages, added up. A few dozen numbers
/// stand for any number of messages, also for those that left the window.
/// </summary>
/// <param name="Model">The model that scored the messages.</param>
/// <param name="Messages">How many messages were scored by it.</param>
/// <param name="Sum">The sum over all of them, in hundredths of a logit.</param>
/// <param name="First">What the first one says as the first.</param>
/// <param name="Last">What the last one says as the last.</param>
public sealed record RoutingEvidence(
    string Model, int Messages, IReadOnlyList<int> Sum, IReadOnlyList<int> First, IReadOnlyList<int> Last)
{
    /// <summary>The evidence after one more message. One without scores changes nothing; one that another model scored begins anew.</summary>
    /// <param name="before">The evidence before it; null for none.</param>
    /// <param name="scores">The scores of the message; null where it has none.</param>
    public static RoutingEvidence? After(RoutingEvidence? before, RoutingScores? scores)
    {
        if (scores is null)
        {
            return before;
        }

        var answers = scores.Values.Count / RoutingScores.Parts;
        var known = before is not null && before.Model == scores.Model && before.Sum.Count == answers ? before : null;
        var (sum, first, last) = (new int[answers], new int[answers], new int[answers]);
        for (var answer = 0; answer < answers; answer++)
        {
            sum[answer] = scores.Values[answer] + (known?.Sum[answer] ?? 0);
            first[answer] = known?.First[answer] ?? scores.Values[answers + answer];
            last[answer] = scores.Values[(2 * answers) + answer];
        }

        return new(scores.Model, (known?.Messages ?? 0) + 1, sum, first, last);
    }
}
