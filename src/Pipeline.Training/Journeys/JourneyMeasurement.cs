using Pipeline.Messages;
using Pipeline.Transcripts.Journey;

namespace Pipeline.Training.Journeys;

/// <summary>A labelled conversation with the journey that the product sees in it.</summary>
/// <param name="Labelled">What people say.</param>
/// <param name="Said">What the product says.</param>
public sealed record JudgedJourney(LabelledConversation Labelled, EmotionalJourney Said)
{
    /// <summary>The labels.</summary>
    public JourneyLabels Labels => Labelled.GivenLabels!;

    /// <summary>Whether the trigger is right: none where there is none, else within one turn.</summary>
    public bool TriggerRight => Near(Labels.TriggerTurn, Said.Trigger?.Turn);

    /// <summary>Whether the repair is right: none where there is none, else within one turn.</summary>
    public bool RepairRight => Near(Labels.RepairTurn, Said.Repair?.Turn);

    /// <summary>Whether the arc is right; null where it was not labelled.</summary>
    public bool? ArcRight => Labels.Arc is { } arc ? NamesOf.Label(ConversationArcs.Of(Said)) == arc : null;

    /// <summary>Whether the cause is right; null where none was labelled or the trigger is elsewhere.</summary>
    public bool? CauseRight => Labels.TriggerCause is { } cause && TriggerRight && Said.Trigger is { } trigger
        ? NamesOf.Label(trigger.Cause) == cause
        : null;

    /// <summary>Whether it is seen right whether the customer ends with meant thanks; null where it was not labelled.</summary>
    public bool? ThanksRight => Labels.GratitudeAtEnd is { } thanks ? Said.Thanked == thanks : null;

    private static bool Near(int? labelled, int? said) => labelled is { } turn && said is { } other ? Math.Abs(turn - other) <= 1 : labelled == said;
}

/// <summary>How often journeys are seen right. A part is null where nothing was labelled.</summary>
public sealed record JourneyMeasurement
{
    /// <summary>How many conversations.</summary>
    public required int Conversations { get; init; }

    /// <summary>The share with the trigger right within one turn.</summary>
    public required double Trigger { get; init; }

    /// <summary>The share with the repair right within one turn.</summary>
    public required double Repair { get; init; }

    /// <summary>The share with both right.</summary>
    public required double Both { get; init; }

    /// <summary>The share with the arc right.</summary>
    public double? Arc { get; init; }

    /// <summary>Of the triggers that were found where they are, the share with the cause right.</summary>
    public double? Cause { get; init; }

    /// <summary>The share where it is seen right whether the customer ends with meant thanks.</summary>
    public double? Thanks { get; init; }

    /// <summary>F1 of the turns of delight.</summary>
    public double? Delight { get; init; }

    /// <summary>Measures.</summary>
    /// <param name="judged">One conversation or more.</param>
    public static JourneyMeasurement Of(IReadOnlyList<JudgedJourney> judged) => new()
    {
        Conversations = judged.Count,
        Trigger = Share(judged.Select(journey => (bool?)journey.TriggerRight))!.Value,
        Repair = Share(judged.Select(journey => (bool?)journey.RepairRight))!.Value,
        Both = Share(judged.Select(journey => (bool?)(journey.TriggerRight && journey.RepairRight)))!.Value,
        Arc = Share(judged.Select(journey => journey.ArcRight)),
        Cause = Share(judged.Select(journey => journey.CauseRight)),
        Thanks = Share(judged.Select(journey => journey.ThanksRight)),
        Delight = DelightOf([.. judged.Where(journey => journey.Labels.DelightTurns is not null)]),
    };

    private static double? Share(IEnumerable<bool?> right)
    {
        bool[] known = [.. right.OfType<bool>()];
        return known.Length == 0 ? null : (double)known.Count(holds => holds) / known.Length;
    }

    private static double? DelightOf(IReadOnlyList<JudgedJourney> judged)
    {
        var labelled = judged.Sum(journey => journey.Labels.DelightTurns!.Count);
        var said = judged.Sum(journey => journey.Said.Delights.Count);
        var both = judged.Sum(journey => journey.Said.Delights.Count(delight => journey.Labels.DelightTurns!.Contains(delight.Turn)));
        return labelled == 0 ? null : 2.0 * both / (labelled + said);
    }
}

/// <summary>Names as the labels write them.</summary>
internal static class NamesOf
{
    public static string Label(ConversationArc arc) => Snake(arc.ToString());

    public static string Label(TriggerCause cause) => Snake(cause.ToString());

    private static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
