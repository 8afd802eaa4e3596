using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Exchange;

/// <summary>Which field each column of a CSV file is: null for one that is no field.</summary>
internal sealed class CsvColumns(IReadOnlyList<JsonPropertyInfo?> fields)
{
    /// <summary>Reads the header. What is wrong with it is added to the problems.</summary>
    public static CsvColumns Read(CsvRecord header, IReadOnlyList<JsonPropertyInfo> known, List<ImportProblem> problems)
    {
        List<JsonPropertyInfo?> fields = [];
        foreach (var name in header.Fields.Select(field => field.Trim()))
        {
            var field = known.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (field is null)
            {
                problems.Add(new(header.Row, name, null, $"There is no such column; there are {string.Join(", ", known.Select(column => column.Name))}."));
            }
            else if (fields.Contains(field))
            {
                problems.Add(new(header.Row, name, null, "The column is there twice."));
            }

            fields.Add(field);
        }

        return new CsvColumns(fields);
    }

    /// <summary>Reads a row: every cell of it, so that every wrong one is told.</summary>
    public void Read<TText>(CsvRecord record, JsonTypeInfo<TText> type, ReadFile<TText> file)
        where TText : EditedText
    {
        if (record.Fields.Count != fields.Count)
        {
            file.Problems.Add(new(record.Row, null, null, $"The row has {record.Fields.Count} cells and the header {fields.Count}."));
            return;
        }

        var (text, sound) = (new JsonObject(), true);
        foreach (var (field, cell) in fields.Zip(record.Fields))
        {
            try
            {
                if (field is not null && CsvCell.Read(cell, field.PropertyType) is { } value)
                {
                    text[field.Name] = value;
                }
            }
            catch (FormatException exception)
            {
                file.Problems.Add(new(record.Row, field!.Name, Id(record), exception.Message));
                sound = false;
            }
        }

        if (sound)
        {
            file.Add(record.Row, () => text.Deserialize(type));
        }
    }

    private string? Id(CsvRecord record)
    {
        var place = fields.ToList().FindIndex(field => field?.Name == "id");
        return place >= 0 && record.Fields[place].Length > 0 ? record.Fields[place] : null;
    }
}
