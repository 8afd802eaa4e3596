using Pipeline.Messages;

namespace Pipeline.Routing.Handover;

/// <summary>What was needed from some place of a conversation on.</summary>
/// <param name="Decision">The decision that it follows from, its skill and level as the hand-overs before it want them.</param>
/// <param name="Reason">Why it was handed over; null for what the messages themselves need.</param>
/// <param name="Heir">Who got it in a hand-over; null for any other, and when it had to wait.</param>
public sealed record NeededStep(DecisionRow Decision, HandoverReason? Reason = null, string? Heir = null);

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
            yield return new(With(decision, standing));
            foreach (var handover in handovers.Where(handover => handover.After == decision.OrderKey))
            {
                standing = [.. standing, handover];
                yield return new(With(decision, standing), handover.Reason, handover.To ?? assignment!.View?.AdvisorId);
            }
        }
    }

    /// <summary>Whether an advisor handed it over and does not get it again.</summary>
    public static bool Excludes(RoutingNeed need, string advisorId) =>
        need.Except is { } except && except.Split(Separator).Contains(advisorId, StringComparer.Ordinal);

    private static bool Holds(AskedHandover handover, string place, Assignment assignment) =>
        string.CompareOrdinal(handover.After, place) < 0
        && !assignment.Closes.Keys.Any(close =>
            string.CompareOrdinal(close, handover.After) > 0 && string.CompareOrdinal(close, place) < 0);

    private static DecisionRow With(DecisionRow decision, AskedHandover[] handovers)
    {
        if (handovers.Length == 0)
        {
            return decision;
        }

        var (skill, level) = (decision.Need.Skill, (int?)null);
        var except = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handover in handovers)
        {
            // Another trade has levels of its own.
            level = handover.Level ?? (handover.Skill is null ? level : null);
            skill = handover.Skill ?? skill;
            if (handover.From is { } from)
            {
                except.Add(from);
            }
        }

        var least = Math.Max(decision.Need.Level, level ?? decision.Need.Level);
        return decision with
        {
            Decision = decision.Decision with { Skill = skill, Level = least },
            Need = decision.Need with { Skill = skill, Level = least, Except = except.Count == 0 ? null : string.Join(Separator, except) },
        };
    }
}
