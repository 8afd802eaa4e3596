using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>A contribution as a row of its day.</summary>
internal static class ContributionRow
{
    public static TableRow From(Contribution contribution, IndicatorPlace place)
    {
        var measures = contribution.Measures;
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["StartedAt"] = contribution.StartedAt,
            ["ClosedAt"] = contribution.ClosedAt,
            ["Brand"] = contribution.Brand,
            ["Channel"] = contribution.Channel,
            ["Language"] = contribution.Language,
            ["Hard"] = contribution.Hard,
            ["Thanked"] = contribution.Thanked,
            ["Outcome"] = measures.Outcome.ToString(),
            ["SuggestionUse"] = measures.SuggestionUse.ToString(),
            ["Escalated"] = measures.Escalated,
            ["Transfers"] = measures.Transfers,
            ["WaitSeconds"] = measures.WaitSeconds,
            ["Waits"] = measures.Waits,
            ["LongestWaitSeconds"] = measures.LongestWaitSeconds,
            ["EngagedSeconds"] = measures.EngagedSeconds,
            ["HeldSeconds"] = measures.HeldSeconds,
            ["Spans"] = contribution.SpansText(),
            ["Turns"] = measures.Turns,
            ["Repeats"] = measures.Repeats,
            ["Effort"] = measures.Effort,
            ["HeldOut"] = measures.HeldOut,
            ["SuggestedAnswers"] = measures.SuggestedAnswers,
            ["AcceptedAnswers"] = measures.AcceptedAnswers,
            ["VerbatimAnswers"] = measures.VerbatimAnswers,
            ["Phase"] = measures.Phase,
            ["SelfService"] = measures.SelfService,
        };
        Put("Key", contribution.IsForgotten ? null : contribution.Key);
        Put("Followed", contribution.FollowedWhenForgotten);
        Put("Entry", measures.Entry?.ToString());
        Put("Skill", contribution.Skill);
        Put("Reason", contribution.Reason);
        Put("Rating", contribution.Rating);
        Put("Customer", contribution.Customer);
        Put("FirstResponseSeconds", measures.FirstResponseSeconds);
        Put("StartEmotion", measures.StartEmotion?.ToString());
        Put("WorstEmotion", measures.WorstEmotion?.ToString());
        Put("EndEmotion", measures.EndEmotion?.ToString());
        Put("StartValence", measures.StartValence);
        Put("EndValence", measures.EndValence);
        Put("Turned", measures.Turned);
        Put("Repaired", measures.Repaired);
        Put("ComplaintTreatment", measures.ComplaintTreatment);
        return new(place.PartitionKey, place.RowKey, properties);

        void Put(string name, object? value)
        {
            if (value is not null)
            {
                properties[name] = value;
            }
        }
    }

    public static Contribution Read(TableRow row)
    {
        var startedAt = (DateTimeOffset)row.Properties["StartedAt"];
        return new()
        {
            Key = row.Text("Key") ?? row.RowKey,
            IsForgotten = row.Text("Key") is null,
            FollowedWhenForgotten = Value<bool>(row, "Followed"),
            StartedAt = startedAt,
            ClosedAt = (DateTimeOffset)row.Properties["ClosedAt"],
            Brand = row.Text("Brand")!,
            Channel = row.Text("Channel")!,
            Language = row.Text("Language")!,
            Skill = row.Text("Skill"),
            Reason = row.Text("Reason"),
            Hard = (bool)row.Properties["Hard"],
            Rating = Value<int>(row, "Rating"),
            Thanked = (bool)row.Properties["Thanked"],
            Customer = row.Text("Customer"),
            Measures = Measures(row, startedAt),
        };
    }

    private static ConversationMeasures Measures(TableRow row, DateTimeOffset startedAt) => new()
    {
        Outcome = Enum.Parse<ConversationOutcome>(row.Text("Outcome")!),
        SuggestionUse = Enum.Parse<SuggestionUse>(row.Text("SuggestionUse")!),
        Escalated = (bool)row.Properties["Escalated"],
        Transfers = (int)row.Properties["Transfers"],
        FirstResponseSeconds = Value<double>(row, "FirstResponseSeconds"),
        WaitSeconds = (double)row.Properties["WaitSeconds"],
        Waits = (int)row.Properties["Waits"],
        LongestWaitSeconds = (double)row.Properties["LongestWaitSeconds"],
        EngagedSeconds = (double)row.Properties["EngagedSeconds"],
        HeldSeconds = (double)row.Properties["HeldSeconds"],
        EngagedSpans = Contribution.ReadSpans(row.Text("Spans")!, startedAt),
        Turns = (int)row.Properties["Turns"],
        Repeats = (int)row.Properties["Repeats"],
        Effort = (int)row.Properties["Effort"],
        StartEmotion = Named<Emotion>(row, "StartEmotion"),
        WorstEmotion = Named<Emotion>(row, "WorstEmotion"),
        EndEmotion = Named<Emotion>(row, "EndEmotion"),
        StartValence = Value<double>(row, "StartValence"),
        EndValence = Value<double>(row, "EndValence"),
        Turned = Value<bool>(row, "Turned"),
        Repaired = Value<bool>(row, "Repaired"),
        ComplaintTreatment = Value<double>(row, "ComplaintTreatment"),
        HeldOut = (bool)row.Properties["HeldOut"],
        SuggestedAnswers = (int)row.Properties["SuggestedAnswers"],
        AcceptedAnswers = (int)row.Properties["AcceptedAnswers"],
        VerbatimAnswers = (int)row.Properties["VerbatimAnswers"],
        Phase = row.Text("Phase")!,
        Entry = Named<EntryKind>(row, "Entry"),
        SelfService = (bool)row.Properties["SelfService"],
    };

    private static T? Value<T>(TableRow row, string name)
        where T : struct => row.Properties.TryGetValue(name, out var value) ? (T)value : null;

    private static T? Named<T>(TableRow row, string name)
        where T : struct, Enum => row.Text(name) is { } value ? Enum.Parse<T>(value) : null;
}
