using Pipeline.Protection.Erasure;
using Pipeline.Protection.Retention;
using Pipeline.Quality.Indicators;
using Pipeline.Quality.Knowledge.Clock;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Routing;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Speaking;
using Pipeline.Sweep;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Flow;

/// <summary>A timer: its name (also its Azure function's), when it runs, and what.</summary>
/// <param name="Name">The name.</param>
/// <param name="Cron">Six fields, seconds first, as the timer trigger of Azure Functions takes them; UTC.</param>
/// <param name="Job">The type of the <see cref="ITimerJob"/>.</param>
public sealed record TimerDescription(string Name, string Cron, Type Job);

/// <summary>The timers. Both hosts read this list.</summary>
public static class TimerSchedule
{
    /// <summary>Every five minutes.</summary>
    public const string CloseIdleCron = "0 */5 * * * *";

    /// <summary>Every minute.</summary>
    public const string AssignWaitingCron = "30 * * * * *";

    /// <summary>Every five minutes, apart from the others.</summary>
    public const string SweepCron = "15 2-59/5 * * * *";

    /// <summary>Twice a minute: a silence is noticed half a minute late at most.</summary>
    public const string SilenceWatchCron = "10,40 * * * * *";

    /// <summary>Every night, when few write.</summary>
    public const string LearnAcceptanceCron = "0 20 2 * * *";

    /// <summary>Every minute: what was closed in it is looked through row by row in each search.</summary>
    public const string SearchUpkeepCron = "50 * * * * *";

    /// <summary>Every hour, apart from the others.</summary>
    public const string RollUpCron = "45 50 * * * *";

    /// <summary>Every ten minutes: a question is escalated that late after the end of its day at most.</summary>
    public const string EscalateQuestionsCron = "20 4-59/10 * * * *";

    /// <summary>Every hour: a digest is made once, within an hour of the end of its week or session.</summary>
    public const string MakeDigestsCron = "40 7 * * * *";

    /// <summary>Every minute.</summary>
    public const string NeighbourWatchCron = "20 * * * * *";

    /// <summary>Every minute: an erasure is over some minutes after it was asked for.</summary>
    public const string EraseCron = "55 * * * * *";

    /// <summary>Every night, after what is learned at night.</summary>
    public const string RetentionCron = "0 20 3 * * *";

    /// <summary>The timers.</summary>
    public static IReadOnlyList<TimerDescription> Timers { get; } =
    [
        new("CloseIdle", CloseIdleCron, typeof(CloseIdleJob)),
        new("AssignWaiting", AssignWaitingCron, typeof(AssignWaitingJob)),
        new("SilenceWatch", SilenceWatchCron, typeof(SilenceWatchJob)),
        new("LearnAcceptance", LearnAcceptanceCron, typeof(LearnAcceptanceJob)),
        new("Sweep", SweepCron, typeof(SweepJob)),
        new("SearchUpkeep", SearchUpkeepCron, typeof(TranscriptSearchUpkeep)),
        new("RollUp", RollUpCron, typeof(RollUpJob)),
        new("EscalateQuestions", EscalateQuestionsCron, typeof(EscalateQuestionsJob)),
        new("MakeDigests", MakeDigestsCron, typeof(MakeDigestsJob)),
        new("NeighbourWatch", NeighbourWatchCron, typeof(NeighbourWatchJob)),
        new("Erase", EraseCron, typeof(ErasureJob)),
        new("Retention", RetentionCron, typeof(RetentionJob)),
    ];
}
