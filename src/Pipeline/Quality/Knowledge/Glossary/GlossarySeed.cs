using System.Text.Json;
using Pipeline.Ports;

namespace Pipeline.Quality.Knowledge.Glossary;

/// <summary>Fills the glossary from the program's own file on first start; what is there stays as it is.</summary>
public sealed class GlossarySeed(ITables tables) : ISeed
{
    private const string FileName = "glossary.json";

    /// <inheritdoc/>
    public async Task PlantAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in Entries())
        {
            var row = entry.ToRow();
            if (await tables.ReadAsync(TableNames.Questions, row.PartitionKey, row.RowKey, cancellationToken) is not null)
            {
                continue;
            }

            try
            {
                await tables.ApplyAsync(TableNames.Questions, row.PartitionKey, [new TableChange.Insert(row)], cancellationToken);
            }
            catch (TableConflictException)
            {
                // Another instance planted it.
            }
        }
    }

    /// <summary>The program's own entries.</summary>
    /// <exception cref="InvalidDataException">The file is wrong; the message names the entry.</exception>
    public static IReadOnlyList<GlossaryEntry> Entries()
    {
        using var content = typeof(GlossarySeed).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"The program was built without {FileName}.");
        var entries = JsonSerializer.Deserialize(content, KnowledgeJson.Default.IReadOnlyListGlossaryLine)!
            .Select(line => new GlossaryEntry
            {
                Language = line.Language,
                Abbreviation = line.Abbreviation,
                Trade = line.Trade ?? GlossaryEntry.AnyTrade,
                Meaning = line.Meaning,
            })
            .ToList();
        var wrong = entries.FirstOrDefault(entry => GlossaryEntry.Read(entry.Abbreviation) != entry.Abbreviation
            || entry.Meaning.Length is 0 or > GlossaryEntry.MaxMeaning || entry.Language is not ("fr" or "en"));
        return wrong is null ? entries : throw new InvalidDataException($"{FileName}: the entry {wrong.Abbreviation} is wrong.");
    }
}

/// <summary>An entry as the file has it.</summary>
public sealed record GlossaryLine(string Language, string Abbreviation, string Meaning, string? Trade = null);
