using System.Text;

namespace Pipeline.Suggestions.Fitting;

/// <summary>Brings a text to the formality of a channel, by its salutation and its exclamation marks. Nothing else of it is changed.</summary>
public static class FormalityRules
{
    private static readonly (string Word, string Instead, Formality Until)[] Salutations =
    [
        ("Hey", "Hello", Formality.Relaxed), ("Coucou", "Bonjour", Formality.Relaxed), ("Hi", "Hello", Formality.Neutral),
        ("Salut", "Bonjour", Formality.Neutral),
    ];

    /// <summary>The text as formal as the channel asks.</summary>
    public static string Apply(string text, Formality formality)
    {
        var marks = formality switch { Formality.Formal => 0, Formality.Neutral => 1, _ => int.MaxValue };
        return WithMarks(Salute(text, formality), marks);
    }

    /// <summary>Whether a text is within the bounds of a formality.</summary>
    public static bool Holds(string text, Formality formality) => Apply(text, formality) == text
        && (formality != Formality.Formal || !EmojiText.Has(text));

    private static string Salute(string text, Formality formality)
    {
        foreach (var (word, instead, until) in Salutations)
        {
            if (formality > until && text.StartsWith(word, StringComparison.Ordinal)
                && (text.Length == word.Length || !char.IsLetter(text[word.Length])))
            {
                return instead + text[word.Length..];
            }
        }

        return text;
    }

    /// <summary>The text with a point for each exclamation mark beyond the first few; French leaves no blank before a point.</summary>
    private static string WithMarks(string text, int most)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character != '!' || most-- > 0)
            {
                plain.Append(character);
                continue;
            }

            while (plain.Length > 0 && char.IsWhiteSpace(plain[^1]))
            {
                plain.Length--;
            }

            plain.Append(plain.Length > 0 && plain[^1] is '.' or '!' or '?' ? "" : ".");
        }

        return plain.ToString();
    }
}
