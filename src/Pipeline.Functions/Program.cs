using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline;
using Pipeline.AzureServices;
using Pipeline.Capture;
using Pipeline.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services
    .Configure<PlatformOptions>(builder.Configuration.GetSection(PlatformOptions.Section))
    .AddPipeline()
    .AddAzureServices(builder.Configuration)
    .AddSingleton<BatchSettlement>()
    .AddHostedService<SeedPlanter>();

await builder.Build().RunAsync();
