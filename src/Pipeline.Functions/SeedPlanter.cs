using Microsoft.Extensions.Hosting;
using Pipeline.Ports;

namespace Pipeline.Functions;

/// <summary>Plants every <see cref="ISeed"/> when the app starts. An app without its phrases, skills and advisors does not start.</summary>
public sealed class SeedPlanter(IEnumerable<ISeed> seeds) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(seeds.Select(seed => seed.PlantAsync(cancellationToken)));

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
