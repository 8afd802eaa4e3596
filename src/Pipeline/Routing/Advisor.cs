using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>An advisor, and the conversations whose place they hold.</summary>
public sealed record Advisor
{
    /// <summary>The partition of all advisors.</summary>
    public const string Partition = "advisors";

    /// <summary>Who it is and what they can do.</summary>
    public required AdvisorSeed Profile { get; init; }

    /// <summary>Whether they are at work.</summary>
    public AdvisorPresence Presence { get; init; } = AdvisorPresence.Here;

    /// <summary>The conversations they hold, ordered by key.</summary>
    public IReadOnlyList<AdvisorClaim> Claims { get; init; } = [];

    /// <summary>The version of the row.</summary>
    public string? ETag { get; init; }

    /// <summary>How much of their capacity is taken, in slots.</summary>
    public double Load => LoadWithout(null);

    /// <summary>How much of their capacity is taken by other conversations, in slots.</summary>
    public double LoadWithout(string? conversationKey)
    {
        var load = 0.0;
        for (var index = 0; index < Claims.Count; index++)
        {
            load += Claims[index].Conversation == conversationKey ? 0 : Claims[index].Effort;
        }

        return load;
    }

    /// <summary>Whether they hold a conversation.</summary>
    public bool Holds(string conversationKey) => ClaimOf(conversationKey) is not null;

    /// <summary>The place that a conversation has with them; null when it has none.</summary>
    public AdvisorClaim? ClaimOf(string conversationKey)
    {
        for (var index = 0; index < Claims.Count; index++)
        {
            if (Claims[index].Conversation == conversationKey)
            {
                return Claims[index];
            }
        }

        return null;
    }

    /// <summary>
    /// This with a place for a conversation. What one already holds is never refused: should it weigh more than there is room for, it is
    /// written down with as much as there is, so that nobody is ever above capacity.
    /// </summary>
    /// <param name="conversationKey">The conversation.</param>
    /// <param name="effort">What it weighs, in slots.</param>
    /// <param name="now">Since when they have it, if they do not have it already.</param>
    public Advisor With(string conversationKey, double effort, DateTimeOffset? now)
    {
        var room = Profile.Capacity - LoadWithout(conversationKey);
        var held = ClaimOf(conversationKey);
        var claim = new AdvisorClaim(
            conversationKey, Math.Max(Math.Min(effort, room), Math.Min(EffortWeights.Unit, effort)), held is null ? now : held.Since);
        return this with
        {
            Claims = [.. Claims.Where(other => other.Conversation != conversationKey).Append(claim)
                .OrderBy(other => other.Conversation, StringComparer.Ordinal)],
        };
    }

    /// <summary>This with the place that a conversation has weighed anew, as far as there is room; the same when that changes nothing.</summary>
    public Advisor Weighed(string conversationKey, double effort) =>
        ClaimOf(conversationKey) is { } claim && With(conversationKey, effort, null) is var weighed && weighed.ClaimOf(conversationKey) != claim
            ? weighed
            : this;

    /// <summary>This without the place of a conversation.</summary>
    public Advisor Without(string conversationKey) =>
        this with { Claims = [.. Claims.Where(claim => claim.Conversation != conversationKey)] };

    /// <summary>Whether they take new conversations at a moment: present, their heartbeat not missed, and not on a half-day of phone.</summary>
    public bool TakesAt(DateTimeOffset moment, TimeSpan heartbeatPatience) =>
        Presence.At(moment, heartbeatPatience) == PresenceState.Present
        && (Profile.Schedule is not { } schedule || schedule.At(moment) == HalfDay.Chat);
}

/// <summary>What an advisor must have to take a conversation.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Level">The least level of it.</param>
/// <param name="Language">The customer's language; und asks for none.</param>
/// <param name="Brand">The brand.</param>
public sealed record RoutingNeed(string Skill, int Level, string Language, string Brand)
{
    /// <summary>The ids of the advisors who handed it over, ordered, with blanks between: none of them is chosen. Null for none.</summary>
    public string? Except { get; init; }
}
