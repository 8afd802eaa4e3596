using Pipeline.Messages;

namespace Pipeline.Routing.Handover.Reading;

/// <summary>Quotes a text on a card.</summary>
internal static class Quote
{
    /// <summary>The text on one line, cut to <see cref="HandoverCard.MaxText"/>.</summary>
    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= HandoverCard.MaxText)
        {
            return line;
        }

        // A character outside the basic plane is two code units, which must not be parted.
        var length = HandoverCard.MaxText - 1;
        return (char.IsHighSurrogate(line[length - 1]) ? line[..(length - 1)] : line[..length]) + "…";
    }
}
