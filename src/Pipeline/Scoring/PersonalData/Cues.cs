namespace Pipeline.Scoring.PersonalData;

/// <summary>Words before a place that tell what stands there.</summary>
internal static class Cues
{
    /// <summary>
    /// Whether one of the words (folded) ends, as a whole word, at most <paramref name="reach"/> characters before a place, on the same
    /// line.
    /// </summary>
    public static bool StandBefore(ScanText text, int position, int reach, params ReadOnlySpan<string> words)
    {
        var from = Math.Max(0, position - reach);
        var window = text.Folded[from..position];
        var line = window.LastIndexOf('\n');
        window = window[(line + 1)..];
        foreach (var word in words)
        {
            for (var at = window.LastIndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = window[..at].LastIndexOf(word, StringComparison.Ordinal))
            {
                var start = position - window.Length + at;
                if (IsEdge(text, start - 1) && IsEdge(text, start + word.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// A word ends at anything but letters and digits, and the underscore and bracket of a placeholder, whose kind is no cue.
    /// </summary>
    private static bool IsEdge(ScanText text, int position) => !text.IsWord(position) && text.At(position) is not ('_' or '[');
}
