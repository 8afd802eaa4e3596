using System.Text.Json;

namespace Pipeline.Suggestions.Library;

/// <summary>Reads a file of phrases: a JSON array of <see cref="PhraseDraft"/>.</summary>
public static class PhraseFile
{
    /// <summary>Reads and checks every phrase.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name, for errors.</param>
    /// <exception cref="InvalidPhraseException">
    /// A phrase is wrong, or its id is there twice; the message names file, phrase and field.
    /// </exception>
    /// <exception cref="InvalidDataException">It is no such file; the message names file, line and path.</exception>
    public static IReadOnlyList<Phrase> Read(Stream content, string fileName)
    {
        List<PhraseDraft> drafts;
        try
        {
            drafts = JsonSerializer.Deserialize(content, PhraseJson.Default.ListPhraseDraft) ?? [];
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{fileName} is not an array of phrases: line {exception.LineNumber + 1}, at {exception.Path ?? "$"}.", exception);
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var phrases = new List<Phrase>(drafts.Count);
        foreach (var draft in drafts)
        {
            var phrase = new Phrase(draft, fileName);
            phrases.Add(ids.Add(phrase.Id)
                ? phrase
                : throw new InvalidPhraseException(fileName, phrase.Id, "id", "another phrase of the file has it already."));
        }

        return phrases;
    }
}
