using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>
/// What candidates have in common besides their words. Candidates of one profile that hold no word of the conversation fit it equally, so that
/// it is weighed once for all of them: there are some thousand profiles where there are a hundred thousand candidates.
/// </summary>
/// <param name="Example">One of the candidates.</param>
/// <param name="HasKeywords">Whether they have keywords.</param>
internal sealed record CandidateProfile(ReplyCandidate Example, bool HasKeywords)
{
    public PhraseCategory Category => Example.Category;

    /// <summary>Equal for candidates of one profile.</summary>
    public static string KeyOf(in ReadCandidate read)
    {
        var candidate = read.Candidate;
        return string.Join(
            '\n',
            candidate.Category,
            candidate.Tone,
            candidate.Mandatory,
            read.Keywords.Length > 0,
            string.Join('\r', candidate.Intents),
            string.Join('\r', candidate.Brands),
            string.Join('\r', candidate.Channels));
    }
}
