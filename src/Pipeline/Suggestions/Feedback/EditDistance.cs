namespace Pipeline.Suggestions.Feedback;

/// <summary>How much of a text was changed: Levenshtein's distance in characters, over the length of the longer one.</summary>
public static class EditDistance
{
    /// <summary>What lies beyond is not compared: the work grows with the product of both lengths.</summary>
    private const int MaxLength = 1_500;

    /// <summary>The distance, 0 (the same but for case and spaces) to 1 (nothing is left).</summary>
    public static double Of(string left, string right)
    {
        var from = Plain(left);
        var to = Plain(right);
        if (from.Length == 0 || to.Length == 0)
        {
            return from.Length == to.Length ? 0 : 1;
        }

        var row = new int[to.Length + 1];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = column;
        }

        foreach (var character in from)
        {
            var diagonal = row[0]++;
            for (var column = 1; column < row.Length; column++)
            {
                var substituted = diagonal + (character == to[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(substituted, 1 + Math.Min(row[column], row[column - 1]));
            }
        }

        return (double)row[^1] / Math.Max(from.Length, to.Length);
    }

    private static string Plain(string text)
    {
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        return plain.Length > MaxLength ? plain[..MaxLength] : plain;
    }
}
