using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>Reads what the routing stage wrote about a conversation.</summary>
internal static class AssignmentReading
{
    /// <summary>The view of an assignment row: the routing stage keeps it in the property <c>View</c>.</summary>
    public static AssignmentView? Read(TableRow? row) =>
        row?.Text("View") is { } view ? JsonSerializer.Deserialize(view, PipelineJson.Default.AssignmentView) : null;
}
