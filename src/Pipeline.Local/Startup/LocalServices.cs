using Microsoft.Extensions.Logging.Console;
using Pipeline.Capture;
using Pipeline.Flow;
using Pipeline.Local.Accounts;
using Pipeline.Local.Changes;
using Pipeline.Local.CommandLine;
using Pipeline.Local.Pumps;
using Pipeline.Local.Settings;
using Pipeline.Local.Telemetry;
using Pipeline.Ports;
using Pipeline.Protection;
using Pipeline.Scoring.PersonalData;
using Pipeline.Suggestions;
using Pipeline.Transcripts;
using Pipeline.Web;

namespace Pipeline.Local.Startup;

/// <summary>Registers what this host adds to the path: the accounts, the pumps, the live changes, logs and telemetry.</summary>
public static class LocalServices
{
    // How long services may take to stop; with the demo's last words it stays under five seconds.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(3.5);

    /// <summary>
    /// Adds the settings from the environment, and what this host makes by itself when they lack it: the account <c>generic/demo</c>, and
    /// the keys of the customers' index and of the placeholders.
    /// </summary>
    public static IServiceCollection AddSettings(
        this IServiceCollection services, IConfiguration configuration, string dataFolder, LocalOptions asked) => services
        .AddPipelineSettings(configuration)
        .PostConfigure<PlatformOptions>(options =>
        {
            GenericAccount.AddWhenNeeded(options, dataFolder, asked.Demo);
            if (asked.Platform is { } platform)
            {
                GenericAccount.StandBehind(options, platform);
            }
        })
        .PostConfigure<TranscriptOptions>(options => options.CustomerHashKey ??=
            KeptSecret.ReadOrMake(Path.Combine(dataFolder, "customer-hash.key"), "key of the customers' index", ""))
        .PostConfigure<TranscriptOptions>(options => options.SealKey ??= options.CustomerHashKey)
        .PostConfigure<PersonalDataOptions>(options => options.PlaceholderKey ??=
            KeptSecret.ReadOrMake(Path.Combine(dataFolder, "placeholders.key"), "key of the placeholders", ""))
        .PostConfigure<ProtectionOptions>(options => options.HashKey ??=
            KeptSecret.ReadOrMake(Path.Combine(dataFolder, "customer-hash.key"), "key of the customers' index", ""))
        .PostConfigure<SuggestionOptions>(options => options.Replies.HashKey ??=
            KeptSecret.ReadOrMake(Path.Combine(dataFolder, "placeholders.key"), "key of the placeholders", ""));

    /// <summary>Adds one pump a route and one a timer, and lets them end their work when the host stops.</summary>
    public static IServiceCollection AddPumps(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(settings);
        foreach (var route in ConversationFlow.Routes)
        {
            services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<StagePump>(provider, route));
        }

        foreach (var timer in TimerSchedule.Timers)
        {
            services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<TimerPump>(provider, timer));
        }

        return services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = StopTimeout;
            options.ServicesStopConcurrently = true;
        });
    }

    /// <summary>Adds the live changes of conversations.</summary>
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton<LocalConversationChanges>()
        .AddSingleton<IConversationChanges>(provider => provider.GetRequiredService<LocalConversationChanges>());

    /// <summary>Adds the console log: a line an entry, warnings and errors; the variables <c>Logging__LogLevel__…</c> change that.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Has the section <c>Logging</c>.</param>
    /// <param name="isStarted">Whether the host has started; what keeps it from that is told in one line, not logged.</param>
    public static IServiceCollection AddConsoleLog(
        this IServiceCollection services, IConfiguration configuration, Func<bool> isStarted) =>
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddConfiguration(configuration.GetSection("Logging"))
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && isStarted())
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
                console.UseUtcTimestamp = true;
                console.ColorBehavior = LoggerColorBehavior.Default;
            }));

    /// <summary>Adds the gauge of queue depths, and the export by OTLP when a place to export to is set.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (TelemetryExport.IsWanted(configuration))
        {
            services.AddHostedService<TelemetryExport>();
        }

        return services.AddSingleton<QueueDepthGauge>();
    }
}
