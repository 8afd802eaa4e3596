using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;

namespace Pipeline.Sweep;

/// <summary>Registers the sweep of the platforms' histories.</summary>
public static class SweepServices
{
    private static readonly TimeSpan LongestGrace = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestLookBack = TimeSpan.FromDays(30);

    /// <summary>Adds the job and what it needs. The host binds <see cref="SweepOptions"/>; they are checked at start.</summary>
    public static IServiceCollection AddSweep(this IServiceCollection services)
    {
        services.AddOptions<SweepOptions>()
            .Validate(
                options => options.Grace >= TimeSpan.Zero && options.Grace <= LongestGrace,
                "Sweep:Grace must be from 0 to one hour.")
            .Validate(
                options => options.LookBack > TimeSpan.Zero && options.LookBack <= LongestLookBack,
                "Sweep:LookBack must be more than 0 and at most 30 days.")
            .Validate(options => options.MaxBacklog >= 0, "Sweep:MaxBacklog must be 0 or more.")
            .ValidateOnStart();
        return services
            .AddSingleton<SweepLedger>()
            .AddSingleton<IPersonalStore, SweepStore>()
            .AddSingleton<AccountSweeper>()
            .AddSingleton<SweepJob>();
    }
}
