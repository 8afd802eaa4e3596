using System.Buffers;
using System.Globalization;
using Pipeline.Messages;
using Pipeline.Suggestions.Slots.Reading;

namespace Pipeline.Suggestions.Slots;

/// <summary>
/// What the slots of a conversation can be filled with. Only what is certain: names as the platform gave them, the brand and its links from
/// the settings, the product and the days that the platform tells, an amount and a day that the customer named so that no other can be
/// meant. An order number is masked before it reaches the stages, and its placeholder says nothing to a customer: the advisor is asked.
/// </summary>
public sealed class SlotValues
{
    private const int LongestName = 30;

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("{}[]<>\n\r");

    private readonly Dictionary<string, Lazy<string?>> _values = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _links;

    /// <summary>
    /// Takes the values from a conversation and the settings of its brand. What is read from texts is read when it is first asked for.
    /// </summary>
    /// <param name="scored">The customer's newest message and the state of the conversation.</param>
    /// <param name="language">The language of the replies: fr or en.</param>
    /// <param name="options">The names and links of brands.</param>
    public SlotValues(MessageScored scored, string language, SuggestionOptions options)
    {
        French = language == "fr";
        var (french, brand) = (French, scored.Conversation.Brand);
        var facts = new SpokenFacts(scored, french);
        Add(PhraseSlots.CustomerFirstName, () => Name(scored.State.CustomerFirstName));
        Add(PhraseSlots.AdvisorFirstName, () => Name(scored.State.AdvisorFirstName));
        Add(PhraseSlots.Brand, () => BrandName(brand, options));
        Add(PhraseSlots.Amount, () => facts.Amount() is { } amount ? SlotFormats.Write(amount, french) : null);
        Add(PhraseSlots.Date, () => Written(facts.Day()));
        var attributes = scored.Conversation.Attributes;
        Add(PhraseSlots.Product, () => ProductName(attributes?.Product));
        Add(PhraseSlots.DeliveryDate, () => Written(attributes?.DeliveryDate));
        Add(PhraseSlots.AppointmentDate, () => Written(attributes?.AppointmentDate));
        _links = options.Links.TryGetValue(brand, out var links) ? links : new Dictionary<string, string>();

        string? Written(DateOnly? day) =>
            day is { } known ? SlotFormats.Write(known, scored.Message.SentAt.UtcDateTime.Year, french) : null;
    }

    /// <summary>Whether values are written in French.</summary>
    public bool French { get; }

    /// <summary>The value of a slot; null when it is not known.</summary>
    public string? this[string slot] => slot.StartsWith(PhraseSlots.LinkPrefix, StringComparison.Ordinal)
        ? _links.GetValueOrDefault(slot[PhraseSlots.LinkPrefix.Length..])
        : _values.GetValueOrDefault(slot)?.Value;

    /// <summary>
    /// A name as the platform gave it, if it can only be a name: up to 30 letters, spaces, hyphens and apostrophes. A nickname of digits, an
    /// address or a mask is no way to speak to somebody.
    /// </summary>
    private static string? Name(string? name) => name?.Trim() is { } trimmed && IsPlain(trimmed) ? trimmed : null;

    /// <summary>The configured name; else the key with a capital; "default" stands for no brand and has no name.</summary>
    private static string? BrandName(string brand, SuggestionOptions options) =>
        options.BrandNames.TryGetValue(brand, out var name) ? name
        : brand is "" or "default" || brand.AsSpan().IndexOfAny('{', '}') >= 0 ? null
        : string.Concat(brand[..1].ToUpper(CultureInfo.InvariantCulture), brand.AsSpan(1));

    /// <summary>A product as the platform names it, unless something was masked in it or it is more than a name.</summary>
    private static string? ProductName(string? product) =>
        product?.Trim() is { Length: > 0 } name && !name.AsSpan().ContainsAny(NotInNames) ? name : null;

    private void Add(string slot, Func<string?> read) => _values.Add(slot, new(read, LazyThreadSafetyMode.None));

    private static bool IsPlain(string name) => name.Length is > 0 and <= LongestName && char.IsLetter(name[0])
        && name.All(character => char.IsLetter(character) || character is '\'' or '’' or ' ' or '-'
            || char.GetUnicodeCategory(character)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);
}
