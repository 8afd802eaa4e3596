using System.Text;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>
/// Telephone numbers and the advice to call: the customer chose to write. A number may be named where the policy lists it for the situation,
/// and a paid one only with its price.
/// </summary>
internal sealed class PhoneRule() : LintRule(
    "phone",
    "La phrase renvoie le client vers le téléphone. Il a choisi d'écrire : restez dans ce fil, ou nommez un numéro que la règle permet pour "
    + "cette situation, avec son prix s'il est payant.",
    "The phrase sends the customer to the phone. They chose to write: stay in this chat, or name a number that the policy allows for this "
    + "situation, with its price if it has one.")
{
    // National numbers have 9 digits or more, with a country's code up to 15 (E.164); less are an amount, a date or a short number.
    private const int ShortestNumber = 9;

    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Phrases.SelectMany(phrase => Of(subject, phrase));

    private IEnumerable<LintFinding> Of(LintSubject subject, Phrase phrase)
    {
        var numbers = Numbers(phrase.Text).ToList();
        var allowed = numbers.Where(number => IsAllowed(number, phrase, subject.Policy)).ToList();
        var invitations = subject.Expressions(phrase, "call").ToList();

        // A short number is one to call where the policy knows it; elsewhere it is told by the words that say to call.
        var wrong = numbers.Except(allowed)
            .Where(number => number.Length >= ShortestNumber || subject.Policy.Numbers.ContainsKey(number));
        foreach (var number in wrong)
        {
            yield return Found(phrase, LintSeverity.Error, "text", number);
        }

        foreach (var invitation in allowed.Count > 0 ? [] : invitations)
        {
            yield return Found(phrase, LintSeverity.Error, "text", invitation.Trim());
        }
    }

    private static bool IsAllowed(string number, Phrase phrase, LintPolicy policy) =>
        policy.Numbers.TryGetValue(number, out var rule)
        && phrase.Intents.Count > 0 && phrase.Intents.All(rule.Intents.Contains)
        && (rule.Price is null || phrase.Text.Contains(rule.Price, StringComparison.OrdinalIgnoreCase));

    /// <summary>Digits with at most one sign that numbers are written with between them, without those signs.</summary>
    private static IEnumerable<string> Numbers(string text)
    {
        var number = new StringBuilder();
        for (var position = 0; position <= text.Length; position++)
        {
            var character = position < text.Length ? text[position] : 'x';
            if (char.IsAsciiDigit(character))
            {
                number.Append(character);
            }
            else if (!(number.Length > 0 && character is ' ' or '.' or '-' or '\u00A0' or '\u202F'
                && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])))
            {
                if (number.Length > 2)
                {
                    yield return number.ToString();
                }

                number.Clear();
            }
        }
    }
}
