using Pipeline.Messages;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Slots;

/// <summary>A reply with its slots filled.</summary>
/// <param name="Text">What the advisor sees.</param>
/// <param name="Masked">The same as it would be stored once said: names are masked. For comparing with what was told before.</param>
/// <param name="Blanks">What is left for the advisor to fill in.</param>
public sealed record FilledReply(string Text, string Masked, IReadOnlyList<SuggestionBlank> Blanks);

/// <summary>Makes the text of a reply from a phrase and what is known of the conversation.</summary>
public static class SlotFiller
{
    private const string MaskedName = "[NAME]";

    /// <summary>The text with every slot filled that can be; null when a slot is empty that is not the advisor's to fill.</summary>
    public static FilledReply? Fill(Phrase phrase, SlotValues values) => Fill(phrase.Text, phrase.Category, values);

    /// <summary>
    /// The text with every slot filled that can be. An amount, a day or an order number that is not known is left to the advisor as a blank;
    /// a first name that is not known may be left out where the sentence stays whole (<see cref="NameDropping"/>). Null when anything else is
    /// missing: who speaks, for which brand, and where a link leads is nothing to type in.
    /// </summary>
    public static FilledReply? Fill(string text, PhraseCategory category, SlotValues values)
    {
        var template = NameDropping.Apply(
            text,
            category,
            customerKnown: values[PhraseSlots.CustomerFirstName] is not null,
            advisorKnown: values[PhraseSlots.AdvisorFirstName] is not null);
        var blanks = new List<SuggestionBlank>();
        var filled = PhraseSlots.Replace(template, slot => values[slot] ?? Blank(slot));

        // The last gate: whatever went wrong above, a text with a brace in it that is no blank's stays here.
        var rest = blanks.Aggregate(filled, (text, blank) => text.Replace(blank.Marker, "", StringComparison.Ordinal));
        if (rest.AsSpan().IndexOfAny('{', '}') >= 0)
        {
            return null;
        }

        var masked = PhraseSlots.Replace(
            template, slot => slot is PhraseSlots.CustomerFirstName or PhraseSlots.AdvisorFirstName ? MaskedName : values[slot]);
        return new(filled, masked, blanks);

        string? Blank(string slot)
        {
            if (SlotBlanks.Of(slot, values.French) is { } blank && !blanks.Contains(blank))
            {
                blanks.Add(blank);
            }

            return null;
        }
    }
}
