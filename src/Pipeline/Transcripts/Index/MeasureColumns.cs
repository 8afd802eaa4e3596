using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>The columns of an index row that hold what a closed conversation measured: one column a measure, with the measure's own name.</summary>
internal static class MeasureColumns
{
    /// <summary>Adds the columns.</summary>
    public static void Put(Dictionary<string, object> properties, SummaryMeasures measures)
    {
        properties["Outcome"] = measures.Outcome.ToString();
        properties["SuggestionUse"] = measures.SuggestionUse.ToString();
        properties["Escalated"] = measures.Escalated;
        properties["Transfers"] = measures.Transfers;
        properties["WaitSeconds"] = measures.WaitSeconds;
        properties["Repeats"] = measures.Repeats;
        properties["Effort"] = measures.Effort;
        properties["Phase"] = measures.Phase;
        properties["SelfService"] = measures.SelfService;
        SummaryRow.Put(properties, "FirstResponseSeconds", measures.FirstResponseSeconds);
        SummaryRow.Put(properties, "Repaired", measures.Repaired);
        SummaryRow.Put(properties, "ComplaintTreatment", measures.ComplaintTreatment);
    }

    /// <summary>The measures of a row; null on one of an open conversation.</summary>
    public static SummaryMeasures? Read(TableRow row) => row.Text("Outcome") is not { } outcome
        ? null
        : new()
        {
            Outcome = Enum.Parse<ConversationOutcome>(outcome),
            SuggestionUse = Enum.Parse<SuggestionUse>(row.Text("SuggestionUse")!),
            Escalated = (bool)row.Properties["Escalated"],
            Transfers = (int)row.Properties["Transfers"],
            WaitSeconds = (double)row.Properties["WaitSeconds"],
            Repeats = (int)row.Properties["Repeats"],
            Effort = (int)row.Properties["Effort"],
            Phase = row.Text("Phase")!,
            SelfService = (bool)row.Properties["SelfService"],
            FirstResponseSeconds = SummaryRow.Value<double>(row, "FirstResponseSeconds"),
            Repaired = SummaryRow.Value<bool>(row, "Repaired"),
            ComplaintTreatment = SummaryRow.Value<double>(row, "ComplaintTreatment"),
        };
}
