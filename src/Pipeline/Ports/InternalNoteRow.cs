using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>How an internal note is kept: a row of its conversation, by the id of the request.</summary>
public static class InternalNoteRow
{
    /// <summary>The row to write.</summary>
    public static TableRow Write(string conversationKey, InternalNote note) => new(
        conversationKey,
        ConversationRowKeys.NotePrefix + ConversationKeys.Safe(note.Id),
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Id"] = note.Id,
            ["At"] = note.At,
            ["Skill"] = note.Skill,
            ["AskedBy"] = note.AskedBy,
            ["Question"] = note.Question,
            ["AnsweredBy"] = note.AnsweredBy,
            ["Answer"] = note.Answer,
        });

    /// <summary>Reads a row.</summary>
    public static InternalNote Read(TableRow row) => new(
        row.Text("Id")!,
        (DateTimeOffset)row.Properties["At"],
        row.Text("Skill")!,
        row.Text("AskedBy")!,
        row.Text("Question")!,
        row.Text("AnsweredBy")!,
        row.Text("Answer")!);

    /// <summary>The notes among the rows of a conversation, oldest first; null when there are none.</summary>
    public static IReadOnlyList<InternalNote>? In(IEnumerable<TableRow> rows)
    {
        InternalNote[] notes =
        [
            .. rows.Where(row => row.RowKey.StartsWith(ConversationRowKeys.NotePrefix, StringComparison.Ordinal))
                .Select(Read)
                .OrderBy(note => note.At)
                .ThenBy(note => note.Id, StringComparer.Ordinal),
        ];
        return notes.Length == 0 ? null : notes;
    }
}
