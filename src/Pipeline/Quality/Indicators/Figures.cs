using System.Numerics;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// The sums, counts and histograms of a group of conversations, of which all indicators are made. Those of days can be added up. Whose work it was is
/// kept as bits of a hash: enough to see that a group is not too small, and nothing to tell anybody by.
/// </summary>
public sealed class Figures
{
    /// <summary>The conversations.</summary>
    public int Conversations { get; set; }

    /// <summary>Those of each outcome, by its name.</summary>
    public SortedDictionary<string, int> Outcomes { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Those of each channel.</summary>
    public SortedDictionary<string, int> Channels { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Those that a bot alone answered.</summary>
    public int SelfService { get; set; }

    /// <summary>Those that were raised.</summary>
    public int Escalated { get; set; }

    /// <summary>Those that went from one advisor to another.</summary>
    public int Transferred { get; set; }

    /// <summary>Those that were hard.</summary>
    public int Hard { get; set; }

    /// <summary>Those that ended with meant thanks.</summary>
    public int Thanked { get; set; }

    /// <summary>The times of the first response.</summary>
    public LogHistogram FirstResponse { get; set; } = new();

    /// <summary>The longest wait of each conversation that had one.</summary>
    public LogHistogram LongestWait { get; set; } = new();

    /// <summary>All waits of each conversation together, seconds.</summary>
    public MomentSum Wait { get; set; } = new();

    /// <summary>The handling time of each answered conversation, the time that others shared taken off.</summary>
    public LogHistogram Handling { get; set; } = new();

    /// <summary>How long each answered conversation held a place, seconds.</summary>
    public MomentSum Held { get; set; } = new();

    /// <summary>The effort of each conversation, points.</summary>
    public MomentSum Effort { get; set; } = new();

    /// <summary>The customer's turns.</summary>
    public MomentSum Turns { get; set; } = new();

    /// <summary>The valence of the first message.</summary>
    public MomentSum StartValence { get; set; } = new();

    /// <summary>The valence of the last message.</summary>
    public MomentSum EndValence { get; set; } = new();

    /// <summary>By how much the valence rose from first to last.</summary>
    public MomentSum Rise { get; set; } = new();

    /// <summary>How often each emotion was the first, by name.</summary>
    public SortedDictionary<string, int> StartEmotions { get; set; } = new(StringComparer.Ordinal);

    /// <summary>How often each was the lowest point.</summary>
    public SortedDictionary<string, int> WorstEmotions { get; set; } = new(StringComparer.Ordinal);

    /// <summary>How often each was the last.</summary>
    public SortedDictionary<string, int> EndEmotions { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Conversations in which the mood turned.</summary>
    public int Turned { get; set; }

    /// <summary>Those of them in which it was lifted for good.</summary>
    public int Repaired { get; set; }

    /// <summary>The treatment of each complaint, points.</summary>
    public MomentSum Treatment { get; set; } = new();

    /// <summary>The ratings.</summary>
    public MomentSum Rating { get; set; } = new();

    /// <summary>Answers with something shown beside them.</summary>
    public int ShownAnswers { get; set; }

    /// <summary>Those of them that are a suggestion.</summary>
    public int AcceptedShown { get; set; }

    /// <summary>Answers for which something was found and held out.</summary>
    public int HeldOutAnswers { get; set; }

    /// <summary>Those of them that would have been a suggestion.</summary>
    public int AcceptedHeldOut { get; set; }

    /// <summary>Answered conversations of which it can be told whether the customer came back.</summary>
    public int Followable { get; set; }

    /// <summary>Those of them after which the customer came back on the same reason.</summary>
    public int Followed { get; set; }

    /// <summary>A bit for each advisor, by a hash of the id: there are at least as many advisors as bits.</summary>
    public ulong Advisors { get; set; }

    /// <summary>Conversations by the hour in which they started (UTC), 0 to 23.</summary>
    public int[] Hours { get; set; } = new int[24];

    /// <summary>How many advisors there are at least.</summary>
    public int AdvisorsAtLeast() => BitOperations.PopCount(Advisors);

    /// <summary>The conversations that an advisor answered.</summary>
    public int Answered() => Conversations - Outcomes.GetValueOrDefault(nameof(ConversationOutcome.Unanswered));

    /// <summary>Adds a conversation.</summary>
    /// <param name="contribution">The conversation.</param>
    /// <param name="handlingSeconds">Its handling time, shared.</param>
    /// <param name="followed">Whether the customer came back; null when that cannot be told.</param>
    public void Add(Contribution contribution, double handlingSeconds, bool? followed)
    {
        var measures = contribution.Measures;
        var answered = measures.Outcome != ConversationOutcome.Unanswered;
        Conversations++;
        Count(Outcomes, measures.Outcome.ToString());
        Count(Channels, contribution.Channel);
        SelfService += One(measures.SelfService);
        Escalated += One(measures.Escalated);
        Transferred += One(measures.Transfers > 0);
        Hard += One(contribution.Hard);
        Thanked += One(contribution.Thanked);
        FirstResponse.Add(measures.FirstResponseSeconds);
        LongestWait.Add(measures.Waits > 0 ? measures.LongestWaitSeconds : null);
        Wait.Add(measures.WaitSeconds);
        Handling.Add(answered ? handlingSeconds : null);
        Held.Add(answered ? measures.HeldSeconds : null);
        Effort.Add(measures.Effort);
        Turns.Add(measures.Turns);
        AddFeelings(measures);
        Treatment.Add(measures.ComplaintTreatment);
        Rating.Add(contribution.Rating);
        ShownAnswers += measures.HeldOut ? 0 : measures.SuggestedAnswers;
        AcceptedShown += measures.HeldOut ? 0 : measures.AcceptedAnswers;
        HeldOutAnswers += measures.HeldOut ? measures.SuggestedAnswers : 0;
        AcceptedHeldOut += measures.HeldOut ? measures.AcceptedAnswers : 0;
        Followable += One(followed is not null);
        Followed += One(followed == true);
        Hours[contribution.StartedAt.UtcDateTime.Hour]++;
        foreach (var span in measures.EngagedSpans)
        {
            Advisors |= span.AdvisorId is { } advisor ? 1UL << (int)(StableHash.Of(advisor) & 63) : 0;
        }
    }

    /// <summary>Adds another group.</summary>
    public void Add(Figures other)
    {
        Conversations += other.Conversations;
        Add(Outcomes, other.Outcomes);
        Add(Channels, other.Channels);
        SelfService += other.SelfService;
        Escalated += other.Escalated;
        Transferred += other.Transferred;
        Hard += other.Hard;
        Thanked += other.Thanked;
        FirstResponse.Add(other.FirstResponse);
        LongestWait.Add(other.LongestWait);
        Wait.Add(other.Wait);
        Handling.Add(other.Handling);
        Held.Add(other.Held);
        Effort.Add(other.Effort);
        Turns.Add(other.Turns);
        StartValence.Add(other.StartValence);
        EndValence.Add(other.EndValence);
        Rise.Add(other.Rise);
        Add(StartEmotions, other.StartEmotions);
        Add(WorstEmotions, other.WorstEmotions);
        Add(EndEmotions, other.EndEmotions);
        Turned += other.Turned;
        Repaired += other.Repaired;
        Treatment.Add(other.Treatment);
        Rating.Add(other.Rating);
        ShownAnswers += other.ShownAnswers;
        AcceptedShown += other.AcceptedShown;
        HeldOutAnswers += other.HeldOutAnswers;
        AcceptedHeldOut += other.AcceptedHeldOut;
        Followable += other.Followable;
        Followed += other.Followed;
        Advisors |= other.Advisors;
        for (var hour = 0; hour < Hours.Length; hour++)
        {
            Hours[hour] += other.Hours[hour];
        }
    }

    private void AddFeelings(ConversationMeasures measures)
    {
        StartValence.Add(measures.StartValence);
        EndValence.Add(measures.EndValence);
        Rise.Add(measures.EndValence - measures.StartValence);
        Count(StartEmotions, measures.StartEmotion?.ToString());
        Count(WorstEmotions, measures.WorstEmotion?.ToString());
        Count(EndEmotions, measures.EndEmotion?.ToString());
        Turned += One(measures.Turned == true);
        Repaired += One(measures.Repaired == true);
    }

    private static int One(bool holds) => holds ? 1 : 0;

    private static void Count(SortedDictionary<string, int> counts, string? name)
    {
        if (name is not null)
        {
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }
    }

    private static void Add(SortedDictionary<string, int> counts, SortedDictionary<string, int> others)
    {
        foreach (var (name, count) in others)
        {
            counts[name] = counts.GetValueOrDefault(name) + count;
        }
    }
}
