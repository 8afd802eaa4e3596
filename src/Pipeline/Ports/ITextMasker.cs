namespace Pipeline.Ports;

/// <summary>Puts placeholders in the place of personal data, in a text that a colleague wrote.</summary>
public interface ITextMasker
{
    /// <summary>The masked text.</summary>
    string Mask(string text);
}
