using Pipeline.Messages;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Fitting;

/// <summary>
/// What a conversation knows already, so that nobody asks the customer for it again: what they gave, however long ago, and what the platform
/// tells. An order number is known although it is masked: the advisor reads it on the platform.
/// </summary>
public sealed class KnownSlots
{
    private readonly HashSet<string> _known;

    /// <summary>Takes what is known from a conversation.</summary>
    public KnownSlots(MessageScored scored)
    {
        // A state of a version that kept none knows at least what the message itself gives.
        _known = new HashSet<string>([.. scored.State.KnownSlots ?? [], .. scored.Message.Masked], StringComparer.Ordinal);
        var attributes = scored.Conversation.Attributes;
        Know(PhraseSlots.CustomerFirstName, scored.State.CustomerFirstName is not null);
        Know(PhraseSlots.Product, attributes?.Product is not null);
        Know(PhraseSlots.DeliveryDate, attributes?.DeliveryDate is not null);
        Know(PhraseSlots.AppointmentDate, attributes?.AppointmentDate is not null);

        // Who gave a whole address gave its postcode.
        Know("postal_code", _known.Contains("address"));
    }

    /// <summary>What a text asks for although it is known; null when it asks for nothing that is.</summary>
    public string? AskedAgain(string text) => AskedSlots.In(text).FirstOrDefault(_known.Contains);

    private void Know(string slot, bool isKnown)
    {
        if (isKnown)
        {
            _known.Add(slot);
        }
    }
}
