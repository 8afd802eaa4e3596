using Pipeline.Messages;

namespace Pipeline.Suggestions.Slots;

/// <summary>The slots that an advisor is asked to fill when nothing else does.</summary>
public static class SlotBlanks
{
    /// <summary>The blank for a slot; null for one that no advisor is asked for.</summary>
    public static SuggestionBlank? Of(string slot, bool french)
    {
        var label = slot switch
        {
            PhraseSlots.Amount => french ? "montant" : "amount",
            PhraseSlots.Date => "date",
            PhraseSlots.Product => french ? "produit" : "product",
            PhraseSlots.DeliveryDate => french ? "date de livraison" : "delivery date",
            PhraseSlots.AppointmentDate => french ? "date du rendez-vous" : "appointment date",
            PhraseSlots.OrderNumber => french ? "numéro de commande" : "order number",
            _ => null,
        };
        return label is null ? null : new(slot, label, $"{{{slot}}}");
    }

    /// <summary>How many blanks a text would leave.</summary>
    public static int Count(string text, SlotValues values) =>
        text.Contains('{', StringComparison.Ordinal)
            ? UnfilledSlots.In(text).Count(slot => Of(slot, values.French) is not null && values[slot] is null)
            : 0;
}
