using System.Collections.Frozen;
using Pipeline.Ports;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>The texts of conversations that were read lately, by language. What a text reads as depends on nothing else.</summary>
internal sealed class TextReadings
{
    private static readonly FrozenDictionary<string, TextReadings> ByLanguage =
        PhraseWords.Languages.ToFrozenDictionary(language => language, language => new TextReadings(language), StringComparer.Ordinal);

    private readonly string _language;

    // The windows of some hundred open conversations, at about 3 KiB a text.
    private readonly RecentlyUsed<TextReading> _lately = new(4096);

    private TextReadings(string language) => _language = language;

    /// <summary>Those of a language: fr or en.</summary>
    public static TextReadings In(string language) => ByLanguage[language];

    /// <summary>A text, read.</summary>
    public TextReading Read(string text)
    {
        if (_lately.Find(text) is { } known)
        {
            return known;
        }

        var reading = new TextReading(text, _language);
        _lately.Remember(text, reading);
        return reading;
    }
}
