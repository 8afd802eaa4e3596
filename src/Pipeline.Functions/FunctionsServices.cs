using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.AzureServices;
using Pipeline.Web;

namespace Pipeline.Functions;

/// <summary>Registers what the Functions app is made of: the path, its ports on Azure, and what the functions themselves need.</summary>
public static class FunctionsServices
{
    /// <summary>Adds all of it.</summary>
    /// <exception cref="InvalidOperationException">A setting of an Azure service is missing or refused.</exception>
    public static IServiceCollection AddFunctionsApp(this IServiceCollection services, IConfiguration configuration) => services
        .AddPipelineSettings(configuration)
        .AddPipeline()
        .AddAzureServices(configuration)
        .AddWeb()
        .AddSingleton<BatchSettlement>()
        .AddHostedService<SeedPlanter>();
}
