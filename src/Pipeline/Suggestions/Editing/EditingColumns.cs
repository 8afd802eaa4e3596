using System.Globalization;
using System.Text.Json;
using Pipeline.Messages;

namespace Pipeline.Suggestions.Editing;

/// <summary>The columns that rows of every kind of text have.</summary>
internal static class EditingColumns
{
    /// <summary>The author of the program's own texts, and of rows written before texts had authors.</summary>
    public const string Program = "pipeline";

    /// <summary>Who approves those: they are reviewed where the program is.</summary>
    public const string ProgramReview = "pipeline-review";

    public static void Write(EditedText text, Dictionary<string, object> columns)
    {
        columns["Intents"] = Json(text.Intents);
        columns["Brands"] = Json(text.Brands);
        columns["Version"] = text.Version ?? 1;
        Add("Counterpart", text.Counterpart);
        Add("Author", text.Author);
        Add("ApprovedBy", text.ApprovedBy);
        Add("ValidFrom", Day(text.ValidFrom));
        Add("ValidUntil", Day(text.ValidUntil));
        Add("CreatedAt", text.CreatedAt);
        Add("ChangedAt", text.ChangedAt);
        Add("RetiredAt", text.RetiredAt);
        Add("RetiredBy", text.RetiredBy);

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                columns[name] = value;
            }
        }
    }

    public static TText Read<TText>(TText text, string language, string id, RowColumns columns)
        where TText : EditedText
    {
        var author = columns.Text("Author");
        var version = columns.Number("Version");
        var isOld = author is null && version is null;
        return text with
        {
            Id = id,
            Language = language,
            Intents = columns.List("Intents"),
            Brands = columns.List("Brands"),
            Version = version ?? 1,
            Counterpart = columns.Text("Counterpart"),
            Author = isOld ? Program : author,
            ApprovedBy = isOld ? ProgramReview : columns.Text("ApprovedBy"),
            ValidFrom = columns.Day("ValidFrom"),
            ValidUntil = columns.Day("ValidUntil"),
            CreatedAt = columns.Time("CreatedAt"),
            ChangedAt = columns.Time("ChangedAt"),
            RetiredAt = columns.Time("RetiredAt"),
            RetiredBy = columns.Text("RetiredBy"),
        };
    }

    public static string Json(IReadOnlyList<string>? values) =>
        JsonSerializer.Serialize(values ?? [], PipelineJson.Default.IReadOnlyListString);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
