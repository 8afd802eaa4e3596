using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Signals.Grammar;

/// <summary>What the grammar reads in a text.</summary>
/// <param name="Found">The signs.</param>
/// <param name="WishDenied">Whether it says that no person is asked for.</param>
/// <param name="Replaced">The signs that are found by the grammar alone.</param>
internal sealed record SignFindings(IReadOnlySet<string> Found, bool WishDenied, IReadOnlySet<string> Replaced);

/// <summary>
/// Finds signs of difficulty with a small grammar over words (<c>signs.*.json</c>): what must be honoured always, such as the wish for a person, must
/// be heard in whatever words, and is not left to a model. Thread-safe; linear in the length of the text.
/// </summary>
internal static class SignReader
{
    // A matter that a script answers is put in a few words; who writes so many has something to explain. Measured on the cases of our own
    // (docs/routing.md): half of the hard ones have a message of 28 words or more, hardly any of the others.
    private const int LongAccount = 20;
    private const int VeryLongAccount = 26;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The masked text.</param>
    /// <param name="language">The language whose grammar holds.</param>
    public static SignFindings Read(string text, string language)
    {
        var lexicon = language == "fr" ? SignLexicon.French : SignLexicon.English;
        var reading = WordReader.Read(text, lexicon.Vocabulary);
        var words = ChatSpelling.Apply(lexicon.Near.Correct(text, reading.Words), lexicon.Spellings);
        var matches = lexicon.Phrases.Find(words, lexicon.Vocabulary);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var denied = false;
        foreach (var match in matches)
        {
            switch (lexicon.Entries[match.Entry])
            {
                case SignalGroup group when !SignalFinder.IsTakenBack(group.Signal, match, matches, lexicon.Entries):
                    found.Add(group.Signal);
                    break;
                case SignalException { Signal: SignalNames.WantsHuman or SignalNames.WantsManager }:
                    denied = true;
                    break;
                default:
                    break;
            }
        }

        if (reading.Words.Count >= LongAccount)
        {
            found.Add(reading.Words.Count >= VeryLongAccount ? SignalNames.VeryLongAccount : SignalNames.LongAccount);
        }

        if (found.Contains(SignalNames.WantsManager))
        {
            found.Add(SignalNames.WantsHuman);
        }

        return new(found, denied && !found.Contains(SignalNames.WantsHuman), lexicon.Replaced);
    }
}
