using Pipeline.Functions;
using Pipeline.Ports;

namespace Pipeline.Tests.Functions;

public sealed class SeedPlanterTests
{
    [Fact]
    public async Task Every_seed_is_planted_when_the_app_starts()
    {
        Seed[] seeds = [new(), new()];
        await new SeedPlanter(seeds).StartAsync(TestContext.Current.CancellationToken);
        Assert.All(seeds, seed => Assert.Equal(1, seed.Planted));
    }

    [Fact]
    public async Task An_app_whose_seed_fails_does_not_start()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new SeedPlanter([new Seed(), new Barren()]).StartAsync(TestContext.Current.CancellationToken));
    }

    private sealed class Seed : ISeed
    {
        public int Planted { get; private set; }

        public Task PlantAsync(CancellationToken cancellationToken)
        {
            Planted++;
            return Task.CompletedTask;
        }
    }

    private sealed class Barren : ISeed
    {
        public Task PlantAsync(CancellationToken cancellationToken) => Task.FromException(new InvalidOperationException("No such table."));
    }
}
