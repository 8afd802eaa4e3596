using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Slots;

/// <summary>
/// Takes a first name that is not known out of a phrase where the rest still reads well. Three forms, and no fourth; a name anywhere else
/// stays, and then the phrase is not offered.
/// <list type="number">
/// <item>After a salutation or a word of praise or thanks, the customer's: "Bonjour {name}, …" becomes "Bonjour, …".</item>
/// <item>Set apart by a comma and followed by no word: "Bonne journée, {name} !" becomes "Bonne journée !".</item>
/// <item>In the first sentence of a greeting, the advisor's introduction: "Bonjour, je suis {name}, de {brand}. Je vous lis." becomes
/// "Bonjour. Je vous lis."</item>
/// </list>
/// </summary>
internal static class NameDropping
{
    private const string Customer = $"{{{PhraseSlots.CustomerFirstName}}}";
    private const string Advisor = $"{{{PhraseSlots.AdvisorFirstName}}}";
    private const string SentenceEnds = ".!?";

    private static readonly string[] Salutations = ["Bonjour", "Bonsoir", "Salut", "Coucou", "Hello", "Hi", "Hey"];

    private static readonly string[] BeforeName = [.. Salutations, "Bravo", "Merci", "Thanks", "bien joué", "well done"];

    /// <summary>The text without the names that are not known, as far as that is safe.</summary>
    public static string Apply(string text, PhraseCategory category, bool customerKnown, bool advisorKnown)
    {
        if (!advisorKnown)
        {
            text = category == PhraseCategory.Greeting ? WithoutIntroduction(text) : text;
            text = Without(text, $", {Advisor}", static _ => true);
        }

        return customerKnown ? text : Without(Without(text, $" {Customer}", EndsInSalutation), $", {Customer}", static _ => true);
    }

    /// <summary>The text without a piece, wherever what stands before it allows that and no word follows.</summary>
    private static string Without(string text, string piece, Func<string, bool> isAllowedAfter)
    {
        for (var at = text.IndexOf(piece, StringComparison.Ordinal); at >= 0;)
        {
            var behind = text.AsSpan(at + piece.Length).TrimStart();
            var isFollowed = behind.Length > 0 && (char.IsLetter(behind[0]) || char.IsNumber(behind[0]) || behind[0] == '{');
            var isTaken = !isFollowed && isAllowedAfter(text[..at]);
            text = isTaken ? text.Remove(at, piece.Length) : text;
            at = text.IndexOf(piece, isTaken ? at : at + piece.Length, StringComparison.Ordinal);
        }

        return text;
    }

    private static bool EndsInSalutation(string text) => Array.Exists(BeforeName, word =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !(char.IsLetterOrDigit(text[^(word.Length + 1)]) || text[^(word.Length + 1)] == '_')));

    /// <summary>The text without its first sentence but for the salutation, if that introduces the advisor and another follows.</summary>
    private static string WithoutIntroduction(string text)
    {
        if (Array.Find(Salutations, word => text.StartsWith(word, StringComparison.Ordinal)) is not { } salutation)
        {
            return text;
        }

        var end = salutation.Length + (text.AsSpan(salutation.Length).StartsWith($" {Customer}") ? Customer.Length + 1 : 0);
        var emoji = EmojiLength(text.AsSpan(end));
        var rest = text.AsSpan(end + emoji);
        if (rest.IsEmpty || rest[0] is not (',' or ' '))
        {
            return text;
        }

        // From the salutation to the name there is no other slot and no end of a sentence.
        var name = rest[1..].IndexOfAny(SentenceEnds + "{") + 1;
        if (name == 0 || !rest[name..].StartsWith(Advisor))
        {
            return text;
        }

        var close = rest[name..].IndexOfAny(SentenceEnds);
        var next = close < 0 ? [] : rest[(name + close + 1)..];
        return next.Length > 0 && char.IsWhiteSpace(next[0]) && next.TrimStart() is { Length: > 0 } sentence
            ? string.Concat(text.AsSpan(0, end + emoji), emoji > 0 ? " " : ". ", sentence)
            : text;
    }

    /// <summary>The length of a space and the emoji behind it; 0 when something else stands there.</summary>
    private static int EmojiLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && !(char.IsLetter(text[length]) || char.IsNumber(text[length]) || char.IsWhiteSpace(text[length])
            || text[length] is ',' or '.' or '!' or '?' or '{'))
        {
            length++;
        }

        return text.StartsWith(" ") && length > 1 && length < text.Length && text[length] is ',' or ' ' ? length : 0;
    }
}
