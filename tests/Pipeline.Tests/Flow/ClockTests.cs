using Pipeline.Capture;
using Pipeline.Replay;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Flow;

public sealed class ClockTests
{
    // Webhooks are signed with the platform's time, so that a clock which is off by more refuses them (five minutes are tolerated); here the
    // two are off together, as after a correction of the time of a whole site.
    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task A_clock_that_is_set_in_the_middle_of_a_conversation_leaves_the_tables_of_a_clean_run(int minutes)
    {
        var script = ReplayScript.Write(BundledConversations.All[0], "c-1", WholePath.Start);
        var clean = await RunAsync(script, TimeSpan.Zero);

        Assert.Equal(clean, await RunAsync(script, TimeSpan.FromMinutes(minutes)));
    }

    private static async Task<string> RunAsync(IReadOnlyList<ReplayedEvent> script, TimeSpan setBy)
    {
        await using var path = await WholePath.StartAsync();
        for (var index = 0; index < script.Count; index++)
        {
            Assert.IsType<WebhookReading.Understood>(
                await path.PostAsync(script[index], index < script.Count / 2 ? TimeSpan.Zero : setBy));
            await path.RunSomeAsync(1);
        }

        await path.DrainAsync();
        Assert.Empty(path.DeadLetters);
        return TableText.Of(path.Tables);
    }
}
