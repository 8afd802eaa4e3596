using Pipeline.Messages;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Slots.Reading;

/// <summary>
/// What the customer of a conversation named so that it cannot be mistaken: one amount, one day. When in doubt nothing, and the advisor is
/// asked: a wrong amount in a reply costs more than a blank.
/// </summary>
internal sealed class SpokenFacts
{
    /// <summary>Words of a customer who tells what was charged; the verb, not the noun "facture".</summary>
    private static readonly string[] Charged =
    [
        "preleve", "preleves", "prelevee", "prelevement", "debite", "debitee", "facture de trop", "m a facture", "ete facture", "fait payer",
        "charged", "charge", "charges", "billed", "debited", "deducted", "taken", "took",
    ];

    /// <summary>What leads to an amount that was not charged.</summary>
    private static readonly string[] Instead = ["au lieu de", "lieu des", "plutot que", "et non", "instead of", "rather than", "not the"];

    private readonly IReadOnlyList<(bool Customer, string Text, DateOnly SentOn)> _texts;
    private readonly bool _french;

    /// <summary>Takes what was said: the newest message by its whole text, for a turn of the window is cut.</summary>
    public SpokenFacts(MessageScored scored, bool french)
    {
        _french = french;
        _texts =
        [
            .. scored.State.Window.Where(turn => turn.MessageId != scored.Message.MessageId)
                .Select(turn => (turn.Role == SenderRole.Customer, turn.Text, DateOnly.FromDateTime(turn.SentAt.UtcDateTime))),
            (scored.Message.Sender.Role == SenderRole.Customer, scored.Message.Text, DateOnly.FromDateTime(scored.Message.SentAt.UtcDateTime)),
        ];
    }

    /// <summary>
    /// The amount that is spoken of: the only one anybody named, if the customer did; else the one that the customer's newest message about
    /// a charge says was charged.
    /// </summary>
    public Money? Amount()
    {
        var all = _texts.SelectMany(said => AmountReader.Read(said.Text).Select(amount => (said.Customer, amount))).ToArray();
        if (all.Length > 0 && all.All(said => !said.amount.Doubtful && !said.amount.Recurring && said.amount.Money == all[0].amount.Money))
        {
            return all.Any(said => said.Customer) ? all[0].amount.Money : null;
        }

        foreach (var said in _texts.Reverse().Where(said => said.Customer))
        {
            Money[] charged = [.. TextTokens.Sentences(said.Text).SelectMany(ChargedIn).Distinct()];
            if (charged.Length > 0)
            {
                return charged.Length == 1 ? charged[0] : null;
            }
        }

        return null;
    }

    /// <summary>The only day that anybody named, if the customer did.</summary>
    public DateOnly? Day()
    {
        var all = _texts
            .SelectMany(said => DayReader.Read(said.Text, said.SentOn, _french).Select(spoken => (said.Customer, spoken.Day)))
            .ToArray();
        return all.Length > 0 && all.All(said => said.Day == all[0].Day) && all.Any(said => said.Customer) ? all[0].Day : null;
    }

    /// <summary>The amounts that a sentence says were charged. A doubtful one among them makes two, so that none is taken.</summary>
    private static IEnumerable<Money> ChargedIn(string sentence)
    {
        var words = $" {TextTokens.FoldedWords(sentence)} ";
        if (!Array.Exists(Charged, word => words.Contains($" {word} ", StringComparison.Ordinal)))
        {
            return [];
        }

        var plain = PlainSpeech.Of(sentence);
        return AmountReader.Read(sentence)
            .Where(amount => !IsContrast(plain[..amount.Start].TrimEnd(' ', '€', '£', '$')))
            .SelectMany(amount => amount.Doubtful || amount.Recurring
                ? [amount.Money, new Money(-1, amount.Money.Currency)]
                : new[] { amount.Money });
    }

    private static bool IsContrast(string before) => Array.Exists(Instead, words => before.EndsWith(words, StringComparison.Ordinal));
}
