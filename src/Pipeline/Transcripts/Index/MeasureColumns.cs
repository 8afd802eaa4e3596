using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>The columns of an index row that hold what a closed conversation measured: one column a measure, with the measure's own name.</summary>
public static class MeasureColumns
{
    /// <summary>Adds the columns.</summary>
    public static void Put(Dictionary<string, object> properties, ConversationMeasures measures)
    {
        properties["Outcome"] = measures.Outcome.ToString();
        properties["SuggestionUse"] = measures.SuggestionUse.ToString();
        properties["Escalated"] = measures.Escalated;
        properties["Transfers"] = measures.Transfers;
        properties["WaitSeconds"] = measures.WaitSeconds;
        if (measures.FirstResponseSeconds is { } first)
        {
            properties["FirstResponseSeconds"] = first;
        }
    }

    /// <summary>The measures of a row; null on one of an open conversation, or of one that was closed before anything was measured.</summary>
    public static ConversationMeasures? Read(TableRow row) => row.Text("Outcome") is not { } outcome
        ? null
        : new()
        {
            Outcome = Enum.Parse<ConversationOutcome>(outcome),
            SuggestionUse = Enum.Parse<SuggestionUse>(row.Text("SuggestionUse")!),
            Escalated = (bool)row.Properties["Escalated"],
            Transfers = (int)row.Properties["Transfers"],
            WaitSeconds = (double)row.Properties["WaitSeconds"],
            FirstResponseSeconds = row.Properties.TryGetValue("FirstResponseSeconds", out var first) ? (double)first : null,
        };
}
