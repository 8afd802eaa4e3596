using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Flow;

namespace Pipeline.Functions;

/// <summary>
/// Makes every stage when the app starts, side by side: their models and word lists are read while the runtime still connects, and the first
/// message finds them there.
/// </summary>
public sealed class StageLoader(IServiceProvider services, IReadOnlyList<StageRoute> routes) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(
        routes.SelectMany(route => route.Stages)
            .Distinct()
            .Select(stage => Task.Run(() => services.GetRequiredService(stage), cancellationToken)));

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
