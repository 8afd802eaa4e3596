namespace Pipeline.Capture.Reading;

/// <summary>Reads language tags such as <c>fr-FR</c>.</summary>
internal static class LanguageTag
{
    /// <summary><c>fr</c> or <c>en</c>; null for any other language, which the pipeline does not speak.</summary>
    public static string? Known(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "fr" => "fr",
        "en" => "en",
        _ => null,
    };
}
