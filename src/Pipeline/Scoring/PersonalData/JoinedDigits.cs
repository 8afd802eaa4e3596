namespace Pipeline.Scoring.PersonalData;

/// <summary>Digits written in groups: <c>06 12 34 56 78</c>, <c>4111-1111-1111-1111</c>.</summary>
internal static class JoinedDigits
{
    /// <summary>
    /// Takes whole groups from one on, as long as they are joined and fit.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The index of the first group.</param>
    /// <param name="digits">Receives the digits; its length is the most that are taken.</param>
    /// <param name="separators">The characters that may stand between groups.</param>
    /// <param name="ends">Receives, for each number of digits at which a group ends, the index of that group; -1 elsewhere.</param>
    /// <returns>How many digits were taken.</returns>
    public static int Take(ScanText text, int first, Span<char> digits, ReadOnlySpan<char> separators, Span<int> ends)
    {
        ends.Fill(-1);
        var count = 0;
        for (var index = first; index < text.Groups.Count; index++)
        {
            var group = text.Groups[index];
            if (count + group.Length > digits.Length || (index > first && !AreJoined(text, index, separators)))
            {
                break;
            }

            text.Folded.Slice(group.Start, group.Length).CopyTo(digits[count..]);
            count += group.Length;
            ends[count] = index;
        }

        return count;
    }

    /// <summary>Whether a group is joined to the one before it, by three separators at most.</summary>
    public static bool AreJoined(ScanText text, int index, ReadOnlySpan<char> separators)
    {
        var gap = text.Folded[text.Groups[index - 1].End..text.Groups[index].Start];
        return gap.Length <= 3 && gap.IndexOfAnyExcept(separators) < 0;
    }

    /// <summary>Whether nothing that would make it another number stands right before a group or right behind another.</summary>
    public static bool StandAlone(ScanText text, int start, int end) =>
        !text.IsWord(start - 1) && !text.IsWord(end)
        && !(text.At(start - 1) is '.' or ',' && char.IsAsciiDigit(text.At(start - 2)))
        && !(text.At(end) is ',' && char.IsAsciiDigit(text.At(end + 1)));
}
