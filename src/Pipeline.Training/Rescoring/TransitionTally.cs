using System.Globalization;

namespace Pipeline.Training.Rescoring;

/// <summary>Counts from what to what fields changed, with some examples of each. Its size is bounded by the labels, not by what is counted.</summary>
internal sealed class TransitionTally
{
    private const int MostExamples = 3;

    private readonly Dictionary<FieldChange, (int Count, List<ChangeExample> Examples)> _transitions = [];

    /// <summary>The transitions of each field, by the name of the field, the most frequent first.</summary>
    public IEnumerable<IGrouping<string, Transition>> Fields => _transitions
        .Select(pair => new Transition(pair.Key.Field, pair.Key.From, pair.Key.To, pair.Value.Count, pair.Value.Examples))
        .OrderBy(transition => transition.Field, StringComparer.Ordinal)
        .ThenByDescending(transition => transition.Count)
        .ThenBy(transition => transition.From, StringComparer.Ordinal)
        .ThenBy(transition => transition.To, StringComparer.Ordinal)
        .GroupBy(transition => transition.Field);

    /// <summary>Counts a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="example">Where it was.</param>
    public void Add(FieldChange change, ChangeExample example)
    {
        var key = change.Field == FieldChange.Valence ? change with { From = null, To = IsRise(change) ? "higher" : "lower" } : change;
        var (count, examples) = _transitions.TryGetValue(key, out var known) ? known : (0, []);
        if (examples.Count < MostExamples)
        {
            examples.Add(example);
        }

        _transitions[key] = (count + 1, examples);
    }

    private static bool IsRise(FieldChange change) =>
        double.Parse(change.To!, CultureInfo.InvariantCulture) > double.Parse(change.From!, CultureInfo.InvariantCulture);
}

/// <summary>How often a field changed from one thing to another.</summary>
/// <param name="Field">The field.</param>
/// <param name="From">What was stored; null for nothing, and for a valence.</param>
/// <param name="To">What the candidate says; null for nothing; <c>higher</c> or <c>lower</c> for a valence.</param>
/// <param name="Count">How often.</param>
/// <param name="Examples">The first ones, by conversation and message.</param>
internal sealed record Transition(string Field, string? From, string? To, int Count, IReadOnlyList<ChangeExample> Examples);

/// <summary>Where a change is found.</summary>
/// <param name="Place">The conversation's key, and for a message a slash and its id.</param>
/// <param name="Text">The masked text; null where it was not asked for.</param>
internal sealed record ChangeExample(string Place, string? Text);
