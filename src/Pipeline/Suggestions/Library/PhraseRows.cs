using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Library;

/// <summary>A phrase as a row of <see cref="TableNames.Phrases"/>: partition = language, row = id, lists as JSON.</summary>
internal static class PhraseRows
{
    public static TableRow Write(Phrase phrase) => new(phrase.Language, phrase.Id, new Dictionary<string, object>
    {
        ["Category"] = PhraseWords.Name(phrase.Category),
        ["Intents"] = Json(phrase.Intents),
        ["Tone"] = PhraseWords.Name(phrase.Tone),
        ["Channels"] = Json(phrase.Channels),
        ["Brands"] = Json(phrase.Brands),
        ["Mandatory"] = phrase.Mandatory,
        ["Text"] = phrase.Text,
        ["Keywords"] = Json(phrase.Keywords),
    });

    /// <exception cref="InvalidPhraseException">The row holds no valid phrase.</exception>
    public static Phrase Read(TableRow row)
    {
        const string Origin = "table Phrases";
        return new Phrase(
            new PhraseDraft
            {
                Id = row.RowKey,
                Language = row.PartitionKey,
                Category = Text("Category"),
                Intents = List("Intents"),
                Tone = Text("Tone"),
                Channels = List("Channels"),
                Brands = List("Brands"),
                Mandatory = row.Properties.TryGetValue("Mandatory", out var mandatory) && (mandatory as bool?
                    ?? throw new InvalidPhraseException(Origin, row.RowKey, "Mandatory", "it is neither true nor false.")),
                Text = Text("Text"),
                Keywords = List("Keywords"),
            },
            Origin);

        string? Text(string name) => row.Properties.TryGetValue(name, out var value)
            ? value as string ?? throw new InvalidPhraseException(Origin, row.RowKey, name, "it is not text.")
            : null;

        IReadOnlyList<string> List(string name)
        {
            try
            {
                return Text(name) is { } json ? JsonSerializer.Deserialize(json, PipelineJson.Default.IReadOnlyListString) ?? [] : [];
            }
            catch (JsonException)
            {
                throw new InvalidPhraseException(Origin, row.RowKey, name, "it is not a JSON array of texts.");
            }
        }
    }

    private static string Json(IReadOnlyList<string> values) => JsonSerializer.Serialize(values, PipelineJson.Default.IReadOnlyListString);
}
