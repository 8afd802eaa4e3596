using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Local.Accounts;
using Pipeline.Local.Changes;
using Pipeline.Local.CommandLine;
using Pipeline.Local.Demo;
using Pipeline.Local.Settings;
using Pipeline.Local.Startup;
using Pipeline.Local.Telemetry;
using Pipeline.OpenAI;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Sqlite;
using Pipeline.Web;
using Pipeline.Web.Access;

namespace Pipeline.Local;

/// <summary>The whole path on one machine: Kestrel, one pump a route, the embedded bus and tables.</summary>
public static class LocalHost
{
    // With the services' own time to stop it stays under five seconds.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <summary>Runs until Ctrl-C or SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="StartRefusedException">It cannot start as asked.</exception>
    public static async Task<int> RunAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        var settings = HostSettingsFile.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));
        var folder = DataLocation.Prepare(options.DataFolder, options.Demo);
        await using var app = Build(options, settings, folder);
        await StartAsync(app, options, cancellationToken);
        var stopping = app.Lifetime.ApplicationStopping;
        var address = new Uri(app.Urls.First());
        StartReport.Write(Console.Out, address, settings, folder, app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value);
        StartReport.WriteDamage(Console.Error, app.Services.GetRequiredService<DataFolder>().Reports);
        StartReport.WriteAccess(Console.Out, app.Services.GetRequiredService<AccessKeys>().Count);
        if (options.Demo)
        {
            await PlayDemoAsync(app.Services, address, settings, options.Speed, stopping);
        }
        else
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await app.StopAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync("Stopped.");
        return 0;
    }

    /// <summary>Puts the host together; nothing runs yet.</summary>
    public static WebApplication Build(LocalOptions options, HostSettings settings, string dataFolder)
    {
        // Empty: no appsettings, no ports or log rules from elsewhere. What can be set stands in --help, host.json and the environment.
        WebApplication? app = null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Pipeline.Local" });
        builder.Configuration.AddEnvironmentVariables();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(ServerLimits.Apply).UseUrls([.. options.Urls]);
        builder.Services
            .AddRoutingCore()
            .AddConsoleLog(builder.Configuration, isStarted: () => app?.Lifetime.ApplicationStarted.IsCancellationRequested == true)
            .AddTelemetry(builder.Configuration)
            .AddLocalAccess(builder.Configuration)
            .AddSettings(builder.Configuration, dataFolder, options)
            .AddSqlite(dataFolder, ConversationFlow.Topology)
            .AddPipeline()
            .AddDrafting(builder.Configuration)
            .AddChanges()
            .AddWeb()
            .AddPumps(settings);

        app = builder.Build();
        if (app.Services.GetService<OpenAccess>() is not null)
        {
            app.UseHostFiltering();
        }

        app.UseProblemDocuments();
        app.MapRouteTable(settings.RoutePrefix);
        return app;
    }

    private static async Task StartAsync(WebApplication app, LocalOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var changes = app.Services.GetRequiredService<LocalConversationChanges>();
            app.Services.GetRequiredService<SqliteTables>().Changed += changes.TableChanged;

            // Nobody asks for the gauge: it is there from when it is made.
            _ = app.Services.GetRequiredService<QueueDepthGauge>();
            foreach (var seed in app.Services.GetServices<ISeed>())
            {
                await seed.PlantAsync(cancellationToken);
            }

            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new StartRefusedException(
                $"Another program listens on {string.Join(" or ", options.Urls)}; stop it, or choose another port: --urls http://127.0.0.1:7072",
                exception);
        }
        catch (OptionsValidationException exception)
        {
            throw new StartRefusedException(string.Join(' ', exception.Failures), exception);
        }
        catch (DataFolderException exception)
        {
            throw new StartRefusedException(exception.Message, exception);
        }
    }

    private static async Task PlayDemoAsync(
        IServiceProvider services, Uri address, HostSettings settings, double speed, CancellationToken stopping)
    {
        var account = GenericAccount.Find(services.GetRequiredService<IOptions<PlatformOptions>>().Value)!;
        var clock = services.GetRequiredService<TimeProvider>();
        using var direct = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpClient(direct);
        var webhook = StartReport.WebhookAddress(address, settings, account);
        var client = new GenericWebhookClient(http, webhook, account.Secrets[0], clock);
        var conversations = await BundledConversations.ReadAsync(stopping);
        var logger = services.GetRequiredService<ILogger<DemoPlayer>>();
        var player = new DemoPlayer(client, conversations, speed, clock, logger);
        await player.PlayAsync(stopping);
        using var lastWords = new CancellationTokenSource(LastWords, clock);
        await player.CloseOpenAsync(lastWords.Token);
    }
}
