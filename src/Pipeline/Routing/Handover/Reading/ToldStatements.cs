using Pipeline.Messages;

namespace Pipeline.Routing.Handover.Reading;

/// <summary>Finds what the customer was told that binds or explains: promises, dates, amounts, causes. Questions and requests are none.</summary>
internal static class ToldStatements
{
    private const int Most = 6;

    private static readonly string[] Currencies = ["euro", "eur ", "pound", "dollar", "livre"];

    /// <summary>The newest of them, oldest first.</summary>
    public static IReadOnlyList<HandoverStatement> In(IReadOnlyList<SpokenMessage> messages, HandoverCues cues) =>
    [
        .. messages.Where(message => message.IsService)
            .SelectMany(message => message.Sentences
                .Where(sentence => !sentence.IsQuestion)
                .Select(sentence => (sentence, kinds: KindsOf(sentence, cues)))
                .Where(found => found.kinds.Count > 0)
                .Select(found => new HandoverStatement(message.Id, message.Role, found.kinds, Quote.Of(found.sentence.Text))))
            .TakeLast(Most),
    ];

    private static List<StatementKind> KindsOf(SpokenSentence sentence, HandoverCues cues)
    {
        var kinds = new List<StatementKind>();
        var isHolding = sentence.Has(cues.Holding);
        if (!isHolding && sentence.Has(cues.Promise))
        {
            kinds.Add(StatementKind.Promise);
        }

        if (!isHolding && NamesTime(sentence.Plain, cues))
        {
            kinds.Add(StatementKind.Date);
        }

        if (NamesAmount(sentence))
        {
            kinds.Add(StatementKind.Amount);
        }

        if (!isHolding && sentence.Has(cues.Because))
        {
            kinds.Add(StatementKind.Explanation);
        }

        return kinds;
    }

    private static bool NamesAmount(SpokenSentence sentence) =>
        sentence.Text.Any(char.IsAsciiDigit) && (sentence.Text.AsSpan().IndexOfAny('€', '£', '$') >= 0 || sentence.Has(Currencies));

    // "le 12 mars", "sous 5 jours", "12/03": a number with a unit behind it, a number parted by a slash, or a word such as "demain".
    private static bool NamesTime(string plain, HandoverCues cues)
    {
        if (cues.Day.Any(day => plain.Contains($" {day} ", StringComparison.Ordinal)))
        {
            return true;
        }

        for (var at = plain.IndexOf(' ', 1); at > 0 && at + 1 < plain.Length; at = plain.IndexOf(' ', at + 1))
        {
            if (char.IsAsciiDigit(plain[at - 1]) && cues.Unit.Any(unit => plain.AsSpan(at + 1).StartsWith(unit, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
