using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Web.Requests;

/// <summary>Reads the parameters of a query for transcripts: docs/transcripts.md lists them.</summary>
internal static class TranscriptQueryReader
{
    /// <summary>The parameters that say what is asked, in the order of docs.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "day", "from", "to", "brand", "channel", "language", "skill", "advisor", "reason", "startEmotion", "worstEmotion", "endEmotion", "arc", "cause",
        "thanked", "outcome", "hard", "hardReason", "urgent", "escalated", "transferred", "suggestions", "ratingMin", "ratingMax", "entry", "open", "text",
    ];

    /// <summary>Starts reading: the parameters of the query and those of the endpoint.</summary>
    public static QueryReader Start(IQueryCollection query, params string[] more) => new(query, [.. Names, .. more]);

    /// <summary>Reads the query; what is wrong is the reader's problem then.</summary>
    public static TranscriptQuery Read(QueryReader reader)
    {
        var (day, from, to) = (reader.DayOrNone("day"), reader.Start("from"), reader.End("to"));
        if (day is not null && (from ?? to) is not null)
        {
            reader.Refuse("day", "given alone, without from and to");
        }

        if (from >= to)
        {
            reader.Refuse("to", "later than from");
        }

        var (least, most) = (reader.NumberOrNone("ratingMin", 1, 5), reader.NumberOrNone("ratingMax", 1, 5));
        if (least > most)
        {
            reader.Refuse("ratingMax", "no less than ratingMin");
        }

        var start = day is { } that ? new DateTimeOffset(that.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : from;
        return new TranscriptQuery
        {
            From = start,
            Before = day is null ? to : day == DateOnly.MaxValue ? null : start!.Value.AddDays(1),
            Brand = reader.Text("brand"),
            Channel = reader.Text("channel"),
            Language = reader.Text("language"),
            Skill = reader.Text("skill"),
            AdvisorId = reader.Text("advisor"),
            Intent = reader.Text("reason"),
            StartEmotion = reader.Name<Emotion>("startEmotion"),
            WorstEmotion = reader.Name<Emotion>("worstEmotion"),
            EndEmotion = reader.Name<Emotion>("endEmotion"),
            Arc = reader.Name<ConversationArc>("arc"),
            TriggerCause = reader.Name<TriggerCause>("cause"),
            Thanked = reader.Flag("thanked"),
            Outcome = reader.Name<ConversationOutcome>("outcome"),
            Hard = reader.Flag("hard"),
            HardReason = reader.Text("hardReason"),
            Urgent = reader.Flag("urgent"),
            Escalated = reader.Flag("escalated"),
            Transferred = reader.Flag("transferred"),
            SuggestionUse = reader.Name<SuggestionUse>("suggestions"),
            RatingMin = least,
            RatingMax = most,
            EntryKind = reader.Name<EntryKind>("entry"),
            Open = reader.Flag("open"),
            Text = reader.Text("text"),
        };
    }
}
