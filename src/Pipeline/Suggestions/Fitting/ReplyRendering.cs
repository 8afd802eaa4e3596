using Pipeline.Messages;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Fitting;

/// <summary>Writes a reply as a channel and a brand ask. The same reply on the same channel for the same brand is always the same text.</summary>
public sealed class ReplyRendering
{
    private readonly ChannelProfile _profile;
    private readonly BrandVoice _voice;
    private readonly SlotValues _values;
    private readonly int _maxLength;

    /// <summary>Takes the profile of a channel and the voice of a brand.</summary>
    public ReplyRendering(string brand, string channel, SlotValues values, SuggestionOptions options, Device? device = null)
    {
        _profile = options.Channels.TryGetValue(channel, out var profile) ? profile
            : options.Channels.TryGetValue("web", out var web) ? web
            : new();
        _voice = options.Brands.TryGetValue(brand, out var voice) ? voice : new();
        _values = values;
        _maxLength = device == Device.Mobile ? Math.Min(_profile.MaxLength, _profile.MobileMaxLength) : _profile.MaxLength;
    }

    /// <summary>Whether the brand may say a text at all.</summary>
    public bool MaySay(string text) => !_values.French || _voice.Address == Address.Tu || !FormOfAddress.IsTu(text);

    /// <summary>
    /// The reply, signed where the channel asks, and cut to its length at the end of a sentence; null when what must stay does not fit.
    /// </summary>
    /// <param name="text">The text, its slots filled.</param>
    /// <param name="category">What it does: it says which sentences must stay.</param>
    /// <param name="mandatory">Whether all of it must stay.</param>
    /// <param name="acknowledgement">A sentence that goes first, in a greeting behind the salutation; null for none.</param>
    public string? Write(string text, PhraseCategory category, bool mandatory = false, string? acknowledgement = null)
    {
        var sentences = SentenceSplit.Of(text);
        var least = Least(sentences, category, mandatory);
        if (acknowledgement is not null)
        {
            sentences.Insert(category == PhraseCategory.Greeting ? 1 : 0, acknowledgement);
            least++;
        }

        return Longest(sentences, least);
    }

    private string? Longest(List<string> sentences, int least)
    {
        for (var count = sentences.Count; count >= Math.Max(1, least); count--)
        {
            var body = Style(string.Join(' ', sentences.Take(count)));
            var text = Sign(body);
            if (body.Length > 0 && text.Length <= _maxLength)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>
    /// How many sentences of a reply must stay: all of what a brand demands, a question to its question mark, a pointer to its link, else
    /// the first.
    /// </summary>
    private static int Least(List<string> sentences, PhraseCategory category, bool mandatory)
    {
        var last = category switch
        {
            PhraseCategory.Question => LastWith('?'),
            PhraseCategory.WebLink => LastWith('/'),
            _ => 0,
        };
        return mandatory ? sentences.Count : last + 1;

        int LastWith(char mark) =>
            Math.Max(0, sentences.FindLastIndex(sentence => sentence.Contains(mark, StringComparison.Ordinal)));
    }

    private string Style(string text)
    {
        var isPlain = !_profile.Emoji || !_voice.Emoji || _profile.Formality == Formality.Formal;
        return FormalityRules.Apply(isPlain ? EmojiText.Strip(text) : text, _profile.Formality);
    }

    private string Sign(string body)
    {
        if (!_profile.Signature || Signature() is not { Length: > 0 } signature || IsSigned(body))
        {
            return body;
        }

        return _profile.LineBreaks ? $"{body}\n\n{signature}" : $"{body} – {signature}";
    }

    /// <summary>The signature with what is known of it: without the advisor's name, the brand's alone.</summary>
    private string Signature()
    {
        var signature = PhraseSlots.Replace(_voice.Signature, slot => _values[slot] ?? "");
        return signature.Trim(' ', ',', '-', '–', '|');
    }

    /// <summary>A closing that ends in a name is signed already.</summary>
    private bool IsSigned(string body) => new[] { PhraseSlots.AdvisorFirstName, PhraseSlots.Brand }
        .Any(slot => _values[slot] is { } name && body.TrimEnd('.', '!', ' ').EndsWith(name, StringComparison.Ordinal));
}
