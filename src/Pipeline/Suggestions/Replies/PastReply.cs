using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Replies;

/// <summary>A past reply as something that may be suggested.</summary>
internal static class PastReply
{
    /// <summary>A reply counts as one for a situation when so much of its uses were in it.</summary>
    private const double ShareOfUses = 0.25;

    /// <summary>And when it was used there so often: once may have been a mistake of who named the situation.</summary>
    private const int LeastUses = 2;

    /// <summary>The candidate that a reply is. It names no brand: only its own brand gets to see it.</summary>
    public static ReplyCandidate Candidate(AcceptedReply reply) => new()
    {
        Kind = CandidateKind.Reply,
        Id = reply.Id,
        Source = ReplyIdentity.SourcePrefix + reply.Id,
        Language = reply.Language,
        Text = reply.Text,
        Category = PhraseWords.Category(reply.Category)!.Value,
        Tone = PhraseWords.Tone(reply.Tone)!.Value,
        Intents = Intents(reply),
        Accepted = reply.Conversations,
    };

    /// <summary>Whether two candidates of one id are the same to whoever reads them.</summary>
    public static bool IsSame(ReplyCandidate one, ReplyCandidate other) =>
        one.Text == other.Text && one.Accepted == other.Accepted && one.Intents.SequenceEqual(other.Intents);

    /// <summary>Why it is offered: colleagues sent it.</summary>
    /// <param name="candidate">The reply.</param>
    /// <param name="isLikeThis">Whether it was sent in the same situation.</param>
    /// <param name="french">Whether to say it in French.</param>
    public static string Reason(ReplyCandidate candidate, bool isLikeThis, bool french)
    {
        var least = candidate.Accepted >= ReplyThresholds.MostUses ? (french ? "au moins " : "at least ") : "";
        return french
            ? FormattableString.Invariant($"Déjà envoyé par des collègues dans {least}{candidate.Accepted} conversations{(isLikeThis ? " comme celle-ci" : "")}")
            : FormattableString.Invariant($"Sent before by colleagues in {least}{candidate.Accepted} conversations{(isLikeThis ? " like this one" : "")}");
    }

    /// <summary>The situations it was mostly used in; none when it serves in many.</summary>
    private static string[] Intents(AcceptedReply reply) =>
    [
        .. reply.Intents.Where(intent => intent.Value >= LeastUses && intent.Value >= ShareOfUses * reply.Uses)
            .OrderByDescending(intent => intent.Value).ThenBy(intent => intent.Key, StringComparer.Ordinal)
            .Select(intent => intent.Key),
    ];
}
