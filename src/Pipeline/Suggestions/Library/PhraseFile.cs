using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Library;

/// <summary>Reads a file of phrases: a JSON array of <see cref="PhraseDraft"/>. Those without an author are the program's own.</summary>
public static class PhraseFile
{
    /// <summary>Reads and checks every phrase.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name, for errors.</param>
    /// <exception cref="InvalidPhraseException">
    /// A phrase is wrong, or its id is there twice; the message names file, phrase and field.
    /// </exception>
    /// <exception cref="InvalidDataException">It is no such file; the message names file, line and path.</exception>
    public static IReadOnlyList<Phrase> Read(Stream content, string fileName) =>
        SeedFile.Read(PhraseTable.Instance, PhraseJson.Default.ListPhraseDraft, content, fileName);
}
