using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>
/// Withholds what would be about persons: a group of too few conversations, or of the work of too few advisors. When one group alone is withheld, the next
/// smallest is too, or the one could be worked out from the sum of all.
/// </summary>
public static class SmallGroups
{
    /// <summary>Which groups are withheld.</summary>
    public static IReadOnlySet<string> Withheld(IReadOnlyDictionary<string, Figures> groups, IndicatorOptions options)
    {
        var withheld = groups.Where(group => IsSmall(group.Value, options)).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        if (withheld.Count == 1 && groups.Count > 1)
        {
            withheld.Add(groups.Where(group => !withheld.Contains(group.Key))
                .OrderBy(group => group.Value.Conversations).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key);
        }

        return withheld;
    }

    /// <summary>Whether a group alone is too small. What no advisor answered is about none.</summary>
    public static bool IsSmall(Figures figures, IndicatorOptions options) =>
        figures.Conversations < options.LeastConversations || (figures.Advisors != 0 && figures.AdvisorsAtLeast() < options.LeastAdvisors);
}
