using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Slots;

/// <summary>Makes the text of a reply from a phrase and what is known of the conversation.</summary>
public static class SlotFiller
{
    /// <summary>
    /// The text with every slot filled; null when one cannot be. A first name that is not known may be left out where the sentence stays
    /// whole (<see cref="NameDropping"/>). What comes back never holds a brace.
    /// </summary>
    public static string? Fill(Phrase phrase, SlotValues values)
    {
        var template = NameDropping.Apply(
            phrase.Text,
            phrase.Category,
            customerKnown: values[PhraseSlots.CustomerFirstName] is not null,
            advisorKnown: values[PhraseSlots.AdvisorFirstName] is not null);
        var text = PhraseSlots.Replace(template, slot => values[slot]);

        // The last gate: whatever went wrong above, a text with a brace in it stays here.
        return text.AsSpan().IndexOfAny('{', '}') < 0 ? text : null;
    }
}
