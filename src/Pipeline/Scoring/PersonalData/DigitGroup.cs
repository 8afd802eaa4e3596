namespace Pipeline.Scoring.PersonalData;

/// <summary>A run of digits.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How many digits.</param>
internal readonly record struct DigitGroup(int Start, int Length)
{
    public int End => Start + Length;

    public static List<DigitGroup> ReadAll(ReadOnlySpan<char> folded)
    {
        var groups = new List<DigitGroup>();
        for (var position = 0; position < folded.Length; position++)
        {
            if (char.IsAsciiDigit(folded[position]))
            {
                var start = position;
                while (position < folded.Length && char.IsAsciiDigit(folded[position]))
                {
                    position++;
                }

                groups.Add(new(start, position - start));
            }
        }

        return groups;
    }
}
