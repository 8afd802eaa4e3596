// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker: see docs/azure-api.md.
using Azure.Signatures;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw AzurePackages.Missing();
}
