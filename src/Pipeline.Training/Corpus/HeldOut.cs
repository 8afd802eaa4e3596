using System.Text;

namespace Pipeline.Training.Corpus;

/// <summary>
/// The tenth of the corpus that training never sees: rows whose text has a hash (FNV-1a of its UTF-8 bytes, 32 bits) that ten divides. The rule
/// looks at nothing but the text, so a row stays on its side whatever is added.
/// </summary>
public static class HeldOut
{
    private const uint Share = 10;

    /// <summary>Whether a row is held out.</summary>
    public static bool Contains(CorpusRow row) => HashOf(row.Text) % Share == 0;

    /// <summary>The hash of a text: FNV-1a of its UTF-8 bytes, 32 bits.</summary>
    public static uint HashOf(string text)
    {
        var hash = 2166136261;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ value) * 16777619;
        }

        return hash;
    }
}
