using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Fitting;

/// <summary>A reply that asks the advisor for something is less help than one that can go as it is.</summary>
internal static class BlankPenalty
{
    /// <summary>What is left of the score for each blank: of two replies that fit as well, the one without is offered.</summary>
    private const double Each = 0.9;

    /// <summary>What is left of the score of a text for the blanks that it would leave: 1 for one without.</summary>
    public static double Of(string text, SlotValues values) =>
        SlotBlanks.Count(text, values) is var blanks and > 0 ? Math.Pow(Each, blanks) : 1;
}
