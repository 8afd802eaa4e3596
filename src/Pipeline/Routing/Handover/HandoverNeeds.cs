using Pipeline.Messages;

namespace Pipeline.Routing.Handover;

/// <summary>Something that was needed from some place of a conversation on.</summary>
/// <param name="Decision">The decision that it follows from.</param>
/// <param name="Need">What is needed.</param>
/// <param name="Reason">Why it was handed over; null for what the messages themselves need.</param>
/// <param name="Holder">Who got it in a hand-over; null for any other.</param>
public sealed record NeededStep(DecisionRow Decision, RoutingNeed Need, HandoverReason? Reason = null, string? Holder = null);

/// <summary>What a conversation needs, by its decisions and by the hand-overs that were asked for. Pure.</summary>
public static class HandoverNeeds
{
    private const char Separator = ' ';

    /// <summary>
    /// What was needed, one after another: after each decision what it says, changed by the hand-overs before it, and then what the hand-overs
    /// asked for that came next.
    /// </summary>
    /// <param name="decisions">Decisions, in order.</param>
    /// <param name="assignment">The assignment with its hand-overs and closes; null before the first decision.</param>
    public static IEnumerable<NeededStep> Of(IReadOnlyList<DecisionRow> decisions, Assignment? assignment)
    {
        var handovers = assignment?.Handovers ?? [];
        foreach (var decision in decisions)
        {
            AskedHandover[] standing = [.. handovers.Where(handover => Holds(handover, decision.OrderKey, assignment!))];
            yield return new(decision, With(decision.Need, standing));
            foreach (var handover in handovers.Where(handover => handover.After == decision.OrderKey))
            {
                standing = [.. standing, handover];
                yield return new(decision, With(decision.Need, standing), handover.Reason, handover.To);
            }
        }
    }

    /// <summary>What is needed after a hand-over.</summary>
    /// <param name="need">What the last decision says.</param>
    /// <param name="decidedAt">The place of that decision.</param>
    /// <param name="assignment">The assignment, with the hand-over.</param>
    public static RoutingNeed Now(RoutingNeed need, string decidedAt, Assignment assignment) =>
        With(need, assignment.Handovers.Where(handover => handover.After == decidedAt || Holds(handover, decidedAt, assignment)));

    /// <summary>Whether an advisor handed it over and does not get it again.</summary>
    public static bool Excludes(RoutingNeed need, string advisorId) =>
        need.Except is { } except && except.Split(Separator).Contains(advisorId, StringComparer.Ordinal);

    private static bool Holds(AskedHandover handover, string place, Assignment assignment) =>
        string.CompareOrdinal(handover.After, place) < 0
        && !assignment.Closes.Keys.Any(close =>
            string.CompareOrdinal(close, handover.After) > 0 && string.CompareOrdinal(close, place) < 0);

    private static RoutingNeed With(RoutingNeed need, IEnumerable<AskedHandover> handovers)
    {
        int? level = null;
        var except = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handover in handovers)
        {
            // Another trade has levels of its own.
            level = handover.Level ?? (handover.Skill is null ? level : null);
            need = need with { Skill = handover.Skill ?? need.Skill };
            if (handover.From is { } from)
            {
                except.Add(from);
            }
        }

        return need with
        {
            Level = Math.Max(need.Level, level ?? need.Level),
            Except = except.Count == 0 ? null : string.Join(Separator, except),
        };
    }
}
