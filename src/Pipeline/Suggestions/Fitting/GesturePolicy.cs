using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;
using Pipeline.Suggestions.Slots.Reading;

namespace Pipeline.Suggestions.Fitting;

/// <summary>
/// The room to negotiate: what an advisor may offer without asking anybody, by brand and situation. A text that offers more, or something
/// whose worth it does not tell, is not suggested; one within the limit is shown with it.
/// </summary>
public static class GesturePolicy
{
    private static readonly string[] Offers =
    [
        "geste commercial", "un avoir de", "une remise", "une reduction", "bon d achat", "vous credite", "vous offr", "offert", "gratuit",
        "vous rembours", "sera rembours", "serez rembours", "un remboursement de", "dedommag",
        "goodwill", "a discount", "off your", "voucher", "credit you", "ll credit", "a credit of", "free month", "month free", "compensat",
        "refund you", "ll refund", "will refund", "be refunded", "a refund of",
    ];

    /// <summary>Offers whose worth no amount tells.</summary>
    private static readonly string[] Months = ["mois offert", "mois gratuit", "free month", "month free"];

    /// <summary>What the text breaks; nothing when it may be said. A text that offers nothing, or no amount, breaks nothing.</summary>
    public static IReadOnlyList<PolicyViolation> Violations(string text, ContactSituation situation, SuggestionOptions options)
    {
        var limit = LimitOf(situation, options);
        return
        [
            .. OffersIn(text)
                .Where(offer => limit is null || offer is not { } amount
                    || amount.Currency != limit.Currency[0] || amount.Value > limit.Amount)
                .Select(offer => new PolicyViolation(
                    "gesture_above_limit", offer is { } amount ? SlotFormats.Write(amount, situation.Language == "fr") : "unknown worth")),
        ];
    }

    /// <summary>The limit and its source, to be shown with a text that offers something; null with any other.</summary>
    public static string? Reason(string text, ContactSituation situation, SuggestionOptions options)
    {
        if (LimitOf(situation, options) is not { } limit || !OffersIn(text).Any())
        {
            return null;
        }

        var french = situation.Language == "fr";
        var amount = SlotFormats.Write(new Money(limit.Amount, limit.Currency[0]), french);
        return french ? $"Geste possible jusqu'à {amount} ({limit.Source})" : $"You may offer up to {amount} ({limit.Source})";
    }

    private static GestureLimit? LimitOf(ContactSituation situation, SuggestionOptions options) =>
        options.Gestures.TryGetValue(situation.Brand, out var limits)
            ? (situation.Intent is { } intent ? limits.GetValueOrDefault(intent) : null) ?? limits.GetValueOrDefault("*")
            : null;

    /// <summary>The amounts of sentences that offer something; null for a percentage or a free month, whose worth the text does not tell.</summary>
    private static IEnumerable<Money?> OffersIn(string text)
    {
        foreach (var sentence in SentenceSplit.Of(text))
        {
            var words = TextTokens.FoldedWords(sentence);
            if (!Array.Exists(Offers, offer => $" {words}".Contains($" {offer}", StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (var amount in AmountReader.Read(sentence))
            {
                yield return amount.Money;
            }

            if (sentence.Contains('%', StringComparison.Ordinal)
                || Array.Exists(Months, month => words.Contains(month, StringComparison.Ordinal)))
            {
                yield return null;
            }
        }
    }
}
