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
    public static bool Contains(CorpusRow row)
    {
        var hash = 2166136261;
        foreach (var value in Encoding.UTF8.GetBytes(row.Text))
        {
            hash = (hash ^ value) * 16777619;
        }

        return hash % Share == 0;
    }
}
