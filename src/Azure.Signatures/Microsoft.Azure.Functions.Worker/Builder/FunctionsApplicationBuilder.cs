// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker: see docs/azure-api.md.
using Azure.Signatures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder : IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder() => throw AzurePackages.Missing();

    public ConfigurationManager Configuration => throw AzurePackages.Missing();

    public IServiceCollection Services => throw AzurePackages.Missing();

    public IHost Build() => throw AzurePackages.Missing();
}
