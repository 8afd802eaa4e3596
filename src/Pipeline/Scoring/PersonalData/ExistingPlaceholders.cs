using System.Globalization;

namespace Pipeline.Scoring.PersonalData;

/// <summary>The placeholders that a text already holds: they stay as they are, and keep their numbers.</summary>
internal static class ExistingPlaceholders
{
    private const int LongestKind = 24;
    private const int MostDigits = 6;

    /// <summary>Keeps every finder out of them.</summary>
    public static void Protect(ScanText text, Findings findings, Placeholders placeholders)
    {
        for (var position = 0; position < text.Length; position++)
        {
            if (text.Written[position] == '[' && TryRead(text, position, out var kind, out var number, out var end))
            {
                findings.Protect(position, end);
                placeholders.Reserve(kind, number);
                position = end - 1;
            }
        }
    }

    private static bool TryRead(ScanText text, int start, out string kind, out int number, out int end)
    {
        (kind, number) = ("", 0);
        end = start + 1;
        while (end < text.Length && end - start <= LongestKind && text.Written[end] is (>= 'A' and <= 'Z') or '_')
        {
            end++;
        }

        var digits = end;
        while (end < text.Length && end - digits < MostDigits && char.IsAsciiDigit(text.Written[end]))
        {
            end++;
        }

        if (end == digits || digits - start < 3 || text.Written[digits - 1] != '_' || end >= text.Length || text.Written[end] != ']')
        {
            return false;
        }

        kind = new string(text.Folded[(start + 1)..(digits - 1)]);
        number = int.Parse(text.Written[digits..end], CultureInfo.InvariantCulture);
        end++;
        return true;
    }
}
