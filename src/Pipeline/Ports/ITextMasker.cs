namespace Pipeline.Ports;

/// <summary>
/// Takes personal data out of a text that somebody types to us directly, as the path does with messages: what is stored of it is masked, and
/// neutral (no hidden or reordering characters).
/// </summary>
public interface ITextMasker
{
    /// <summary>The text as it may be stored.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="names">Names that are known to belong to people here, such as the customer's first name.</param>
    string Mask(string text, params IReadOnlyList<string> names);
}
