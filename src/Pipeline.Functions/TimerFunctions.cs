using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Flow;

namespace Pipeline.Functions;

/// <summary>The timers of <see cref="TimerSchedule"/>, one function each. The runtime runs each on one instance of the app.</summary>
public sealed class TimerFunctions(IServiceProvider services)
{
    /// <summary>Closes conversations in which nothing has happened for long.</summary>
    [Function("CloseIdle")]
    public Task CloseIdleAsync(
        [TimerTrigger(TimerSchedule.CloseIdleCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("CloseIdle", cancellationToken);

    /// <summary>Gives waiting conversations to advisors whose places have become free.</summary>
    [Function("AssignWaiting")]
    public Task AssignWaitingAsync(
        [TimerTrigger(TimerSchedule.AssignWaitingCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("AssignWaiting", cancellationToken);

    /// <summary>Offers a holding phrase where a customer waits and the advisor is busy with others.</summary>
    [Function("SilenceWatch")]
    public Task SilenceWatchAsync(
        [TimerTrigger(TimerSchedule.SilenceWatchCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("SilenceWatch", cancellationToken);

    /// <summary>Learns from what advisors used.</summary>
    [Function("LearnAcceptance")]
    public Task LearnAcceptanceAsync(
        [TimerTrigger(TimerSchedule.LearnAcceptanceCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("LearnAcceptance", cancellationToken);

    /// <summary>Fetches from the platforms' histories what their webhooks did not tell.</summary>
    [Function("Sweep")]
    public Task SweepAsync(
        [TimerTrigger(TimerSchedule.SweepCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("Sweep", cancellationToken);

    /// <summary>Works the newly closed conversations into the index of words.</summary>
    [Function("SearchUpkeep")]
    public Task SearchUpkeepAsync(
        [TimerTrigger(TimerSchedule.SearchUpkeepCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("SearchUpkeep", cancellationToken);

    /// <summary>Makes the figures of days that have changed.</summary>
    [Function("RollUp")]
    public Task RollUpAsync(
        [TimerTrigger(TimerSchedule.RollUpCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("RollUp", cancellationToken);

    /// <summary>Escalates questions that have no answer at the end of their day.</summary>
    [Function("EscalateQuestions")]
    public Task EscalateQuestionsAsync(
        [TimerTrigger(TimerSchedule.EscalateQuestionsCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("EscalateQuestions", cancellationToken);

    /// <summary>Makes the digests of the week and of sessions that ended.</summary>
    [Function("MakeDigests")]
    public Task MakeDigestsAsync(
        [TimerTrigger(TimerSchedule.MakeDigestsCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("MakeDigests", cancellationToken);

    /// <summary>Puts questions to colleagues that nobody answered in the register.</summary>
    [Function("NeighbourWatch")]
    public Task NeighbourWatchAsync(
        [TimerTrigger(TimerSchedule.NeighbourWatchCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("NeighbourWatch", cancellationToken);

    /// <summary>Carries erasures on.</summary>
    [Function("Erase")]
    public Task EraseAsync(
        [TimerTrigger(TimerSchedule.EraseCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("Erase", cancellationToken);

    /// <summary>Ends what is older than it may be kept.</summary>
    [Function("Retention")]
    public Task RetentionAsync(
        [TimerTrigger(TimerSchedule.RetentionCron)] TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync("Retention", cancellationToken);

    private Task RunAsync(string name, CancellationToken cancellationToken)
    {
        var job = TimerSchedule.Timers.Single(timer => timer.Name == name).Job;
        return ((ITimerJob)services.GetRequiredService(job)).RunAsync(cancellationToken);
    }
}
