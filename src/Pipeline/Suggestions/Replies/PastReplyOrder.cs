using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Ranking;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Replies;

/// <summary>
/// Orders the past replies that fit among each other: by how often they were sent, and by the learned ranker, which knows what advisors answer to
/// what. Both only add to a score, and little: a reply that fits worse by more than the bound stays behind.
/// </summary>
internal static class PastReplyOrder
{
    /// <summary>The most that being sent often adds to a score: reached at <see cref="ReplyThresholds.MostUses"/>, growing with the logarithm.</summary>
    public const double MostForUses = 0.02;

    /// <summary>The most that the ranker adds: to its first; its last gets nothing.</summary>
    public const double MostForRank = 0.04;

    /// <summary>As many replies are ranked; the others fit worse by far.</summary>
    public const int MostRanked = 50;

    /// <summary>Three are offered; so many are looked at for that, with those that could come before one of them.</summary>
    private const int Looked = 8;

    // What is ranked comes up again with the next message: reading a reply takes longer than scoring it.
    private static readonly RecentlyUsed<RankableReply> Prepared = new(4_096);

    /// <summary>The candidates in their new order.</summary>
    /// <param name="bestFirst">All that fits, best first; no more of it is read than is needed.</param>
    /// <param name="index">What they are from.</param>
    /// <param name="scored">The customer's message.</param>
    public static IEnumerable<RankedCandidate> Of(IEnumerable<RankedCandidate> bestFirst, CandidateIndex index, MessageScored scored) =>
        index.Collections.Any(collection => collection.Segments[0].Segment.Candidates is [{ Kind: CandidateKind.Reply }, ..])
            ? Ordered(bestFirst, scored)
            : bestFirst;

    private static IEnumerable<RankedCandidate> Ordered(IEnumerable<RankedCandidate> bestFirst, MessageScored scored)
    {
        using var stream = bestFirst.GetEnumerator();
        var head = new List<RankedCandidate>();
        var (replies, hasNext) = (0, stream.MoveNext());
        while (hasNext && replies < MostRanked
            && (head.Count < Looked || stream.Current.Score >= head[Looked - 1].Score - MostForUses - MostForRank))
        {
            head.Add(stream.Current);
            replies += stream.Current.Candidate.Kind == CandidateKind.Reply ? 1 : 0;
            hasNext = stream.MoveNext();
        }

        // Nothing loses, so whoever is in the head stays before the rest.
        foreach (var ranked in replies == 0 ? head : Moved(head, scored))
        {
            yield return ranked;
        }

        for (; hasNext; hasNext = stream.MoveNext())
        {
            yield return stream.Current;
        }
    }

    private static List<RankedCandidate> Moved(List<RankedCandidate> head, MessageScored scored)
    {
        var ranker = ReplyRanker.Shared;
        var context = ranker.Prepare(Turns(scored));
        var byRank = head.Where(ranked => ranked.Candidate.Kind == CandidateKind.Reply)
            .Select(ranked => (Ranked: ranked, Score: ranker.Score(context, Prepare(ranker, ranked.Candidate.Text))))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Ranked.Candidate.Id, StringComparer.Ordinal)
            .Select(one => one.Ranked)
            .ToList();
        List<RankedCandidate> moved = [.. head.Where(ranked => ranked.Candidate.Kind != CandidateKind.Reply)];
        for (var rank = 0; rank < byRank.Count; rank++)
        {
            var forRank = byRank.Count == 1 ? 0 : MostForRank * (byRank.Count - 1 - rank) / (byRank.Count - 1);
            moved.Add(byRank[rank] with { Score = Math.Min(1, byRank[rank].Score + forRank + ForUses(byRank[rank].Candidate.Accepted)) });
        }

        moved.Sort();
        return moved;
    }

    private static double ForUses(int uses) => MostForUses * Math.Min(1, Math.Log2(Math.Max(1, uses)) / Math.Log2(ReplyThresholds.MostUses));

    private static RankableReply Prepare(ReplyRanker ranker, string text)
    {
        if (Prepared.Find(text) is { } known)
        {
            return known;
        }

        var prepared = ranker.Prepare(PhraseSlots.Remove(text));
        Prepared.Remember(text, prepared);
        return prepared;
    }

    private static RankingTurn[] Turns(MessageScored scored) =>
    [
        .. scored.State.Window.Where(turn => turn.MessageId != scored.Message.MessageId && turn is { Deleted: false, Role: not SenderRole.System })
            .Select(turn => new RankingTurn(turn.Role != SenderRole.Customer, turn.Text)),
        new RankingTurn(false, scored.Message.Text),
    ];
}
