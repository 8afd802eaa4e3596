using Pipeline.Transcripts.Export;

namespace Pipeline.Web.Answers;

/// <summary>The columns of exports.</summary>
/// <param name="Conversations">Those of a row for a conversation, in order.</param>
/// <param name="Messages">Those of a row for a message, in order.</param>
public sealed record ExportColumnsAnswer(IReadOnlyList<ExportColumnAnswer> Conversations, IReadOnlyList<ExportColumnAnswer> Messages)
{
    /// <summary>As they are.</summary>
    public static ExportColumnsAnswer Of() => new(
        [.. TranscriptExport.ConversationColumnList.Select(ExportColumnAnswer.From)],
        [.. TranscriptExport.MessageColumnList.Select(ExportColumnAnswer.From)]);
}

/// <summary>A column.</summary>
/// <param name="Name">The header of a CSV file, the property of a JSON row.</param>
/// <param name="Type">text, number, boolean or time.</param>
/// <param name="Description">What it tells.</param>
public sealed record ExportColumnAnswer(string Name, string Type, string Description)
{
    /// <summary>As it is described.</summary>
    public static ExportColumnAnswer From(ExportColumn column) => new(column.Name, column.Kind switch
    {
        ExportValueKind.Text => "text",
        ExportValueKind.Number => "number",
        ExportValueKind.Boolean => "boolean",
        _ => "time",
    }, column.Description);
}
