using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.AzureServices;
using Pipeline.Functions.Telemetry;
using Pipeline.OpenAI;
using Pipeline.Web;
using Pipeline.Web.Access;

namespace Pipeline.Functions;

/// <summary>Registers what the Functions app is made of: the path, its ports on Azure, and what the functions themselves need.</summary>
public static class FunctionsServices
{
    // Set by App Service and Functions while built-in authentication is on ("Environment variables and app settings", Authentication).
    private const string SignInSetting = "WEBSITE_AUTH_ENABLED";

    /// <summary>Adds all of it.</summary>
    /// <exception cref="InvalidOperationException">A setting of an Azure service is missing or refused.</exception>
    public static IServiceCollection AddFunctionsApp(this IServiceCollection services, IConfiguration configuration) => services
        .AddSignInCheck(configuration)
        .AddPipelineSettings(configuration)
        .AddPipeline()
        .AddDrafting(configuration)
        .AddAzureServices(configuration)
        .AddWeb()
        .AddAzureMonitorExport(configuration)
        .AddSingleton<BatchSettlement>()
        .AddSingleton(ConversationFlow.Routes)
        .AddHostedService<SeedPlanter>()
        .AddHostedService<StageLoader>()
        .Configure<HostOptions>(options => options.ServicesStartConcurrently = true);

    /// <summary>Only built-in authentication keeps callers from sending its header themselves: without it, anybody would be anyone.</summary>
    private static IServiceCollection AddSignInCheck(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Validate(
            options => options.Source != AccessSource.AzurePlatform
                || string.Equals(configuration[SignInSetting], bool.TrueString, StringComparison.OrdinalIgnoreCase),
            "Access__Source is AzurePlatform, and this app's built-in authentication is off: anybody could claim any role. "
            + "Switch it on, or use Keys.");
        return services;
    }
}
