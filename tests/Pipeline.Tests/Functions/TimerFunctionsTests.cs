using Microsoft.Azure.Functions.Worker;
using Pipeline.Flow;
using Pipeline.Functions;

namespace Pipeline.Tests.Functions;

public sealed class TimerFunctionsTests
{
    [Fact]
    public void The_timer_functions_are_the_schedule()
    {
        var functions = DeclaredFunctions.With<TimerTriggerAttribute>().Select(function => (function.Name, function.Trigger.Schedule));
        Assert.Equal(TimerSchedule.Timers.Select(timer => (timer.Name, timer.Cron)).Order(), functions.Order());
    }

    [Fact]
    public async Task Every_timer_runs_the_job_of_its_name_once()
    {
        foreach (var function in DeclaredFunctions.With<TimerTriggerAttribute>())
        {
            var jobs = new RecordingJobs();
            await (Task)function.Method.Invoke(
                new TimerFunctions(jobs), [new TimerInfo(), TestContext.Current.CancellationToken])!;
            Assert.Equal([TimerSchedule.Timers.Single(timer => timer.Name == function.Name).Job], jobs.Ran);
        }
    }

    /// <summary>Gives one job for whatever is asked, and writes down what was asked for when it ran.</summary>
    private sealed class RecordingJobs : IServiceProvider
    {
        public List<Type> Ran { get; } = [];

        public object GetService(Type serviceType) => new Job(() => Ran.Add(serviceType));

        private sealed class Job(Action run) : ITimerJob
        {
            public Task RunAsync(CancellationToken cancellationToken)
            {
                run();
                return Task.CompletedTask;
            }
        }
    }
}
