using Pipeline.Messages;
using Pipeline.Suggestions.Slots;
using Pipeline.Suggestions.Slots.Reading;

namespace Pipeline.Suggestions.Replies;

/// <summary>
/// Turns what was personal in an answer back into the slots that it could have come from. What belongs to the conversation and is no slot's makes
/// the answer useless to others: then there is no template.
/// </summary>
internal static class SlotReversal
{
    private const string OrderMask = "[ORDER_NUMBER_";
    private const string NameMask = "[NAME_";

    /// <summary>A shorter name of a product ("One") is a word of other sentences too.</summary>
    private const int ShortestProduct = 4;

    /// <summary>The template of an answer; null when something of the conversation would stay in it.</summary>
    /// <param name="text">The answer, masked.</param>
    /// <param name="scored">The answered message with its window, and who answered.</param>
    /// <param name="language">The language: fr or en.</param>
    /// <param name="names">The first names of all who wrote in the conversation.</param>
    /// <param name="options">The links of brands.</param>
    /// <param name="words">What is known of names.</param>
    public static string? Of(
        string text, MessageScored scored, string language, IReadOnlyList<string> names, SuggestionOptions options, PersonalWords words)
    {
        // Nobody writes slots by hand: a brace would be taken for one.
        if (text.AsSpan().IndexOfAny('{', '}') >= 0 || PlainText.Of(text) is not { } plain)
        {
            return null;
        }

        var edits = new SlotEdits(plain);
        Masks(plain, language, edits);
        Links(plain, scored.Conversation.Brand, options, edits);
        if (!Names(plain, scored.State, names, words, edits))
        {
            return null;
        }

        var french = language == "fr";
        var product = scored.Conversation.Attributes?.Product?.Trim();
        if (product is { Length: >= ShortestProduct })
        {
            edits.AddWords(product, PhraseSlots.Product);
        }

        foreach (var (written, slot) in DayForms.Of(scored, french))
        {
            edits.AddWords(written, slot);
        }

        // A mask that is left hides what no slot can bring back.
        var template = edits.Apply();
        return template.Contains('[', StringComparison.Ordinal) ? null : WithoutAmounts(template, scored, french);
    }

    /// <summary>
    /// The masks that a slot can bring back: of an order, and of a name where somebody is spoken to, which only the customer can be. Any other stays.
    /// </summary>
    private static void Masks(string plain, string language, SlotEdits edits)
    {
        for (var at = plain.IndexOf('[', StringComparison.Ordinal); at >= 0; at = plain.IndexOf('[', at + 1))
        {
            var end = plain.IndexOf(']', at) + 1;
            if (end == 0)
            {
                break;
            }

            if (IsMask(plain.AsSpan(at..end), OrderMask))
            {
                edits.Add(at, end, PhraseSlots.OrderNumber);
            }
            else if (IsMask(plain.AsSpan(at..end), NameMask) && IsSpokenTo(plain.AsSpan(0, at), plain.AsSpan(end), language))
            {
                edits.Add(at, end, PhraseSlots.CustomerFirstName);
            }
        }
    }

    private static bool IsMask(ReadOnlySpan<char> text, string mask) =>
        text.StartsWith(mask) && text[mask.Length..^1] is { IsEmpty: false } number && number.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>"Bonjour [NAME_1]", "[NAME_1], je regarde", "Bonne journée, [NAME_1] !".</summary>
    private static bool IsSpokenTo(ReadOnlySpan<char> before, ReadOnlySpan<char> behind, string language)
    {
        var left = before.TrimEnd(' ');
        var right = behind.TrimStart(' ');
        var startsSentence = left.IsEmpty || left[^1] is '.' or '!' or '?';
        var isSetApart = right.IsEmpty || right[0] is ',' or '!' or '.' or '?';
        if (startsSentence || left[^1] == ',')
        {
            return startsSentence ? right.StartsWith(",") : isSetApart;
        }

        var word = left[(left.LastIndexOfAny(' ', '\'') + 1)..];
        return ReplyWords.For(language).Has("salutations", PlainText.Fold(word.ToString()));
    }

    private static void Links(string plain, string brand, SuggestionOptions options, SlotEdits edits)
    {
        if (!options.Links.TryGetValue(brand, out var links))
        {
            return;
        }

        foreach (var (name, address) in links.OrderByDescending(link => link.Value.Length))
        {
            for (var at = plain.IndexOf(address, StringComparison.OrdinalIgnoreCase); at >= 0;
                at = plain.IndexOf(address, at + address.Length, StringComparison.OrdinalIgnoreCase))
            {
                edits.Add(at, at + address.Length, PhraseSlots.LinkPrefix + name);
            }
        }
    }

    /// <summary>
    /// The customer's and the answering advisor's names; any other name of the conversation refuses, and so does one that is an ordinary word
    /// ("Will", "Rose"), for nobody can tell which of the two it is.
    /// </summary>
    private static bool Names(string plain, ConversationState state, IReadOnlyList<string> names, PersonalWords words, SlotEdits edits)
    {
        foreach (var name in names.Concat([state.CustomerFirstName, state.AdvisorFirstName]).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var slot = name == state.CustomerFirstName ? PhraseSlots.CustomerFirstName
                : name == state.AdvisorFirstName ? PhraseSlots.AdvisorFirstName
                : null;
            var isBoth = name == state.CustomerFirstName && name == state.AdvisorFirstName;
            if (edits.Has(name) && (slot is null || isBoth || words.IsOrdinary(PlainText.Fold(name))))
            {
                return false;
            }

            if (slot is not null)
            {
                edits.AddWords(name, slot);
            }
        }

        return true;
    }

    /// <summary>The text with a slot for the amount that the customer named; null with any other amount.</summary>
    private static string? WithoutAmounts(string text, MessageScored scored, bool french)
    {
        var amounts = AmountReader.Read(text);
        if (amounts.Count == 0)
        {
            return text;
        }

        // The reader's places are those of its own plain form.
        var named = new SpokenFacts(scored, french).Amount();
        if (named is null || PlainSpeech.Of(text).Length != text.Length
            || amounts.Any(amount => amount.Doubtful || amount.Recurring || amount.Money != named))
        {
            return null;
        }

        var edits = new SlotEdits(text);
        foreach (var amount in amounts)
        {
            edits.Add(amount.Begin, amount.End, PhraseSlots.Amount);
        }

        return edits.Apply();
    }
}
