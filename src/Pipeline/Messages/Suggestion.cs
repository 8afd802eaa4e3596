using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>A reply that the advisor may use, change or ignore.</summary>
/// <param name="Id">Names the suggestion in feedback: stable for the same message, source and rank.</param>
/// <param name="Text">The text, its slots filled but for the <see cref="Blanks"/>.</param>
/// <param name="Category">greeting, holding, question, explanation, apology, congratulation, closing, handover or web_link.</param>
/// <param name="Source">Where it comes from, such as <c>phrase:fr-holding-03</c>, or <c>phrase:fr-holding-03@4</c> for a version after the first; <c>draft</c> for
/// a language model's.</param>
/// <param name="Score">How well it fits, 0 to 1.</param>
/// <param name="Reasons">Why it is offered, in the conversation's language, strongest first.</param>
public sealed record Suggestion(
    string Id, string Text, string Category, string Source, double Score, IReadOnlyList<string> Reasons)
{
    /// <summary>The <see cref="Source"/> of what a language model drafted.</summary>
    public const string DraftSource = "draft";

    /// <summary>Of a draft, its sentences with the source of each; null for any other suggestion.</summary>
    public IReadOnlyList<SuggestionSentence>? Sentences { get; init; }

    /// <summary>What the advisor has to fill in before the text can be sent, in the order of the text; mostly none.</summary>
    public IReadOnlyList<SuggestionBlank> Blanks { get => field ?? []; init; }

    /// <summary>
    /// Whether the text can be sent as it is. Whoever sends asks this, or <see cref="UnfilledSlots.In"/> of the advisor's own text.
    /// </summary>
    [JsonIgnore]
    public bool IsComplete => Blanks.Count == 0 && UnfilledSlots.In(Text).Count == 0;
}

/// <summary>Something a reply needs and nothing told: the advisor fills it in.</summary>
/// <param name="Name">The slot: amount, date, order_number, product, delivery_date or appointment_date.</param>
/// <param name="Label">What to ask the advisor for, in the conversation's language, such as "montant".</param>
/// <param name="Marker">What stands in the text in its place, such as <c>{amount}</c>; it may stand there more than once.</param>
public sealed record SuggestionBlank(string Name, string Label, string Marker);
