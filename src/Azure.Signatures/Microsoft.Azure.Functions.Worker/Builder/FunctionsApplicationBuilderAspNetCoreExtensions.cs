// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore: see docs/azure-api.md.
using Azure.Signatures;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) =>
        throw AzurePackages.Missing();
}
