namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>A fact of a text, normalised, so that "12,50 €" equals "douze euros cinquante".</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Unit">Such as <c>eur</c>, <c>minute</c>, <c>date</c>; empty for a bare number.</param>
/// <param name="Least">Its value; of a range the lower end.</param>
/// <param name="Most">Its value; of a range the upper end.</param>
/// <param name="Text">What has no value: digits, the words of "tomorrow".</param>
/// <param name="Start">Its first lexeme.</param>
/// <param name="End">Behind its last lexeme.</param>
internal sealed record FactToken(FactKind Kind, string Unit, decimal Least, decimal Most, string Text, int Start, int End)
{
    /// <summary>What it is paid for or counted by ("a month"); empty when that is not said.</summary>
    public string Rate { get; init; } = "";

    /// <summary>-1 when it is a most, 1 when it is a least, else 0.</summary>
    public int Bound { get; init; }

    /// <summary>Whether a source that has the other fact says this one.</summary>
    public bool IsBackedBy(FactToken source)
    {
        if (Kind != source.Kind || Unit != source.Unit || Text != source.Text || Bound * source.Bound < 0
            || (Rate.Length > 0 && Rate != source.Rate))
        {
            return false;
        }

        // Of a range one may say the end that binds: "at most 5 days" of "3 to 5 days".
        return (Least == source.Least && Most == source.Most)
            || (Least == Most && ((Bound < 0 && Most == source.Most) || (Bound > 0 && Least == source.Least)));
    }
}
