namespace Pipeline.Transcripts.Index;

/// <summary>
/// Facets of two questions at once. Two that seldom meet would cost the rows of both over a long time to find a page of what they have in common;
/// a pair costs the rows of the page. Not every two are a pair: all rows of a conversation are one batch, of at most a hundred.
/// </summary>
public static class FacetPairs
{
    private const char Joint = '+';
    private const char BeforeValue = '~';

    // Whose conversations: a desk asks these of itself.
    private static readonly string[] Groups = ["brand", "skill", "advisor", "reason"];

    // What came of them: most conversations have few of these.
    private static readonly string[] Marks =
        ["end", "outcome", "hard", "urgent", "escalated", "transferred", "rating", "arc", "suggestions"];

    private static readonly HashSet<(string First, string Second)> Known =
    [
        .. Groups.SelectMany(group => Marks.Where(mark => mark != "suggestions").Select(mark => (group, mark))),
        .. Marks.SelectMany((mark, index) => Marks.Skip(index + 1).Select(other => (mark, other))),
        ("brand", "reason"), ("brand", "skill"), ("brand", "channel"), ("channel", "language"), ("channel", "reason"),
    ];

    /// <summary>The facet of two facets with their values, in whatever order; null where the two are no pair.</summary>
    public static string? Of(string facet, string other)
    {
        var (name, otherName) = (NameOf(facet), NameOf(other));
        return Known.Contains((name, otherName)) ? Join(facet, other)
            : Known.Contains((otherName, name)) ? Join(other, facet)
            : null;
    }

    /// <summary>The pairs among facets with their values.</summary>
    public static IEnumerable<string> Among(IReadOnlyList<string> facets) => facets
        .SelectMany((facet, index) => facets.Skip(index + 1).Select(other => Of(facet, other)))
        .OfType<string>();

    /// <summary>The name of a facet with its value.</summary>
    public static string NameOf(string facet) => facet[..facet.IndexOf(BeforeValue, StringComparison.Ordinal)];

    private static string Join(string first, string second) =>
        $"{NameOf(first)}{Joint}{NameOf(second)}{BeforeValue}{ValueOf(first)}{Joint}{ValueOf(second)}";

    private static string ValueOf(string facet) => facet[(facet.IndexOf(BeforeValue, StringComparison.Ordinal) + 1)..];
}
