using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;

namespace Pipeline.Web.Answers;

/// <summary>A phrase as the library holds it.</summary>
/// <param name="Status">Where its newest version stands.</param>
/// <param name="ETag">The state it is in, to send as If-Match with an edit.</param>
/// <param name="Phrase">Its newest version.</param>
/// <param name="InForce">The version that is suggested today; null when none is.</param>
/// <param name="History">The versions before the newest, oldest first; null in a list.</param>
/// <param name="Opinions">What colleagues think of it; null in a list.</param>
public sealed record PhraseAnswer(
    EditingStatus Status,
    string ETag,
    PhraseDraft Phrase,
    PhraseDraft? InForce,
    IReadOnlyList<PhraseDraft>? History = null,
    TextOpinions? Opinions = null);

/// <summary>Phrases of one language, by id.</summary>
/// <param name="Phrases">The phrases.</param>
/// <param name="Next">What to give as <c>after</c> for the page that follows; null on the last.</param>
public sealed record PhrasePage(IReadOnlyList<PhraseAnswer> Phrases, string? Next);
