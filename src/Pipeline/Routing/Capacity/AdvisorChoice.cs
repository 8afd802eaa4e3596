using Pipeline.Messages;
using Pipeline.Routing.Difficulty;
using Pipeline.Routing.Handover;

namespace Pipeline.Routing.Capacity;

/// <summary>
/// Chooses who should take a conversation. Pure: the same advisors, question and moment give the same choice on every instance, and nothing
/// about the customer's value is among them.
/// </summary>
public static class AdvisorChoice
{
    /// <summary>
    /// The present holder if they can; else, if that is asked, whoever has a place for it already; else the former
    /// advisor of a returning customer if they can; else of those who can: the needed skill
    /// before one that stands in, the lowest sufficient level, the fewest languages (who speaks more is kept for who needs them), the least loaded by share of their capacity, then by a hash of both, so that
    /// equals share the work evenly.
    /// </summary>
    /// <param name="advisors">The advisors, each once.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="at">The moment, for presence and schedules.</param>
    /// <param name="heartbeatPatience">How long a heartbeat may fail to come before its advisor counts as gone.</param>
    /// <returns>The advisor; null when nobody who can take it has room.</returns>
    public static Advisor? Of(IReadOnlyList<Advisor> advisors, AdvisorAsk ask, DateTimeOffset at, TimeSpan heartbeatPatience)
    {
        var pool = ask.Pool ?? AdvisorPool.Of(ask.Need);
        var conversation = StableHash.Of(ask.Conversation);
        Advisor? best = null;
        Advisor? claimed = null;
        Advisor? former = null;
        var least = Rank.Last;
        for (var index = 0; index < advisors.Count; index++)
        {
            var advisor = advisors[index];
            var suitability = SuitabilityOf(advisor, ask, pool);
            if (suitability < 0 || !HasRoom(advisor, ask) || !advisor.TakesAt(at, heartbeatPatience)
                || (IsForMentored(advisor, ask) && !NoviceProtection.IsMentored(advisor, advisors, at, heartbeatPatience)))
            {
                continue;
            }

            var id = advisor.Profile.Id;
            if (id == ask.Holder)
            {
                return advisor;
            }

            if (ask.KeepsClaim && advisor.Holds(ask.Conversation))
            {
                claimed = claimed is null || string.CompareOrdinal(id, claimed.Profile.Id) < 0 ? advisor : claimed;
            }

            if (id == ask.Former && id != ask.Avoid)
            {
                former = advisor;
            }

            var rank = new Rank(id == ask.Avoid, suitability, advisor.Profile.Languages.Count, advisor.LoadWithout(ask.Conversation) / advisor.Profile.Capacity);
            if (rank.Compare(least) is var order && (order < 0 || (order == 0 && ComesBefore(conversation, id, best!.Profile.Id))))
            {
                (best, least) = (advisor, rank);
            }
        }

        return claimed ?? former ?? best;
    }

    /// <summary>
    /// Whether an advisor could be given a conversation if they had room: they have what it needs and take conversations. A novice does not count
    /// for what needs their mentor beside them.
    /// </summary>
    public static bool Suits(Advisor advisor, AdvisorAsk ask, DateTimeOffset at, TimeSpan heartbeatPatience) =>
        SuitabilityOf(advisor, ask, ask.Pool ?? AdvisorPool.Of(ask.Need)) >= 0 && !IsForMentored(advisor, ask)
        && advisor.TakesAt(at, heartbeatPatience);

    /// <summary>How much of an advisor's capacity a conversation takes: never more than they have, or it could never be given to them.</summary>
    public static double EffortFor(Advisor advisor, double effort) => Math.Min(effort, advisor.Profile.Capacity);

    // Lower is better; below 0: cannot take it, whoever else is there.
    private static int SuitabilityOf(Advisor advisor, AdvisorAsk ask, AdvisorPool pool)
    {
        var profile = advisor.Profile;
        if ((ask.Need.Language != "und" && !Has(profile.Languages, ask.Need.Language))
            || (profile.Brands.Count > 0 && !Has(profile.Brands, ask.Need.Brand))
            || (ask.Channel is not null && profile.Channels.Count > 0 && !Has(profile.Channels, ask.Channel))
            || HandoverNeeds.Excludes(ask.Need, profile.Id))
        {
            return -1;
        }

        for (var place = 0; place < pool.Skills.Count; place++)
        {
            if (profile.Skills.TryGetValue(pool.Skills[place], out var level) && level >= pool.LeastLevel && level <= pool.MostLevel)
            {
                // A level below the need only where the pool allows one, and after every level that suffices.
                return (place * 100) + (level >= ask.Need.Level ? level - ask.Need.Level : 50 + ask.Need.Level - level);
            }
        }

        return -1;
    }

    private static bool IsForMentored(Advisor advisor, AdvisorAsk ask) => !NoviceProtection.Allows(advisor.Profile.Level, ask.Need.Level);

    private static bool HasRoom(Advisor advisor, AdvisorAsk ask) =>
        advisor.Holds(ask.Conversation)
        || advisor.Load + EffortFor(advisor, ask.Effort) <= advisor.Profile.Capacity;

    private static bool Has(IReadOnlyList<string> list, string value)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (string.Equals(list[index], value, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ComesBefore(ulong conversation, string id, string other) =>
        (Draw(conversation, id), Draw(conversation, other)) is var (own, others)
        && (own < others || (own == others && string.CompareOrdinal(id, other) < 0));

    // Multiplied, so that who draws low for one conversation draws high for another (the constant is that of SplitMix64).
    private static ulong Draw(ulong conversation, string id)
    {
        var mixed = (conversation ^ StableHash.Of(id)) * 0xbf58476d1ce4e5b9UL;
        return mixed ^ (mixed >> 31);
    }

    private readonly record struct Rank(bool Avoided, int Suitability, int Languages, double Share)
    {
        public static Rank Last { get; } = new(true, int.MaxValue, int.MaxValue, double.MaxValue);

        public int Compare(Rank other) =>
            Avoided != other.Avoided ? (Avoided ? 1 : -1)
            : Suitability != other.Suitability ? Suitability.CompareTo(other.Suitability)
            : Languages != other.Languages ? Languages.CompareTo(other.Languages)
            : Share.CompareTo(other.Share);
    }
}
