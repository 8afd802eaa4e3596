using Pipeline.Ports;

namespace Pipeline.Scoring.PersonalData;

/// <summary>Cleans and masks a text that does not come by the path of messages.</summary>
public sealed class TextMasker(PersonalDataMasker masker) : ITextMasker
{
    /// <inheritdoc/>
    public string Mask(string text, params IReadOnlyList<string> names) =>
        masker.Mask(InputHygiene.Clean(text), new Placeholders(), names).Text;
}
