using Pipeline.Ports;

namespace Pipeline.Scoring.PersonalData;

/// <summary>Masks what colleagues write, as messages are masked.</summary>
public sealed class TextMasker(PersonalDataMasker masker) : ITextMasker
{
    /// <inheritdoc/>
    public string Mask(string text) => masker.Mask(InputHygiene.Clean(text)).Text;
}
