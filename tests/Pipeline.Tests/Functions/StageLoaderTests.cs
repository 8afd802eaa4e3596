using Microsoft.Extensions.DependencyInjection;
using Pipeline.Functions;

namespace Pipeline.Tests.Functions;

public sealed class StageLoaderTests
{
    [Fact]
    public async Task Every_stage_is_made_once_before_the_first_message()
    {
        var made = 0;
        var services = new ServiceCollection();
        foreach (var stage in ConversationFlow.Routes.SelectMany(route => route.Stages).Distinct())
        {
            services.AddSingleton(stage, _ =>
            {
                Interlocked.Increment(ref made);
                return new object();
            });
        }

        await using var provider = services.BuildServiceProvider();
        await new StageLoader(provider, ConversationFlow.Routes).StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(services.Count, made);
    }

    [Fact]
    public async Task An_app_that_lacks_a_stage_does_not_start()
    {
        await using var provider = new ServiceCollection().BuildServiceProvider();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new StageLoader(provider, ConversationFlow.Routes).StartAsync(TestContext.Current.CancellationToken));
    }
}
