using System.Globalization;
using Pipeline.Messages;

namespace Pipeline.Suggestions.Slots;

/// <summary>
/// What the slots of a conversation can be filled with. Only what is certain: amounts, dates and order numbers are masked before they
/// reach the stages, so nothing fills their slots, and phrases that need them are not offered.
/// </summary>
public sealed class SlotValues
{
    private const int LongestName = 30;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _links;

    /// <summary>Takes the values from a conversation and the settings of its brand.</summary>
    public SlotValues(ConversationState state, string brand, SuggestionOptions options)
    {
        Add(PhraseSlots.CustomerFirstName, Name(state.CustomerFirstName));
        Add(PhraseSlots.AdvisorFirstName, Name(state.AdvisorFirstName));
        Add(PhraseSlots.Brand, BrandName(brand, options));
        _links = options.Links.TryGetValue(brand, out var links) ? links : new Dictionary<string, string>();
    }

    /// <summary>The value of a slot; null when it is not known.</summary>
    public string? this[string slot] => slot.StartsWith(PhraseSlots.LinkPrefix, StringComparison.Ordinal)
        ? _links.GetValueOrDefault(slot[PhraseSlots.LinkPrefix.Length..])
        : _values.GetValueOrDefault(slot);

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

    private void Add(string slot, string? value)
    {
        if (value is not null)
        {
            _values.Add(slot, value);
        }
    }

    private static bool IsPlain(string name) => name.Length is > 0 and <= LongestName && char.IsLetter(name[0])
        && name.All(character => char.IsLetter(character) || character is '\'' or '’' or ' ' or '-'
            || char.GetUnicodeCategory(character)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);
}
