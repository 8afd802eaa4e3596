using Pipeline.Messages;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Fitting;

/// <summary>A reply made to fit a conversation.</summary>
/// <param name="Text">What the advisor sees.</param>
/// <param name="Blanks">What is left for the advisor to fill in.</param>
/// <param name="Reasons">What the fitting itself has to say about it; mostly nothing.</param>
internal sealed record FittedReply(string Text, IReadOnlyList<SuggestionBlank> Blanks, IReadOnlyList<string> Reasons);

/// <summary>
/// Makes replies fit one conversation: slots filled, nothing told or asked twice, an acknowledgement first where one is due, written as the channel
/// and the brand ask, and nothing that a policy forbids. Every text that is offered goes through it, wherever it comes from. It serves one
/// message and remembers what it gave, so that two suggestions do not begin alike.
/// </summary>
internal sealed class ReplyFitting
{
    private readonly SlotValues _values;
    private readonly ReplyRendering _rendering;
    private readonly Acknowledgement _acknowledgement;
    private readonly string? _told;
    private readonly KnownSlots _known;
    private readonly ContactSituation _situation;
    private readonly SuggestionOptions _options;

    public ReplyFitting(MessageScored scored, Situation situation, SlotValues values, SuggestionOptions options)
    {
        _values = values;
        _rendering = new(scored.Conversation.Brand, scored.Conversation.Channel, values, options, scored.Conversation.Attributes?.Device);
        _acknowledgement = new(scored, situation);
        _told = scored.State.ToldSentences;
        _known = new(scored);
        _situation = new(
            scored.Conversation.Brand, scored.Conversation.Channel, scored.Message.Analysis?.Intent ?? scored.State.Intent, situation.Language);
        _options = options;
    }

    /// <summary>The reply that a candidate makes; null when it makes none that may be offered.</summary>
    public FittedReply? Fit(ReplyCandidate candidate) => Fit(candidate.Text, candidate.Category, candidate.Mandatory);

    /// <summary>The reply that a text makes; null when it makes none that may be offered.</summary>
    /// <param name="text">The text, maybe with slots.</param>
    /// <param name="category">What it does.</param>
    /// <param name="mandatory">Whether all of it must be said.</param>
    public FittedReply? Fit(string text, PhraseCategory category, bool mandatory = false)
    {
        if (SlotFiller.Fill(text, category, _values) is not { } filled
            || !_rendering.MaySay(filled.Text)
            || ToldSentences.Holds(_told, filled.Masked)
            || _known.AskedAgain(filled.Text) is not null)
        {
            return null;
        }

        // Where a channel is too narrow for both, the reply alone is better than none.
        var acknowledged = _acknowledgement.For(category, filled.Text) is { } sentence
            ? _rendering.Write(filled.Text, category, mandatory, sentence)
            : null;
        var written = acknowledged ?? _rendering.Write(filled.Text, category, mandatory);
        if (written is null || Violations(written, _situation, _options).Count > 0)
        {
            return null;
        }

        if (acknowledged is not null)
        {
            _acknowledgement.Used();
        }

        return new(
            written,
            [.. filled.Blanks.Where(blank => written.Contains(blank.Marker, StringComparison.Ordinal))],
            GesturePolicy.Reason(written, _situation, _options) is { } reason ? [reason] : []);
    }

    /// <summary>
    /// What a text breaks of all policies; nothing when it may be said. For texts that do not come from here, such as a draft.
    /// </summary>
    public static IReadOnlyList<PolicyViolation> Violations(string text, ContactSituation situation, SuggestionOptions options) =>
        [.. ContactPolicy.Violations(text, situation, options), .. GesturePolicy.Violations(text, situation, options)];
}
