// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore: see docs/azure-api.md.
using Azure.Signatures;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    public static HttpContext? GetHttpContext(this FunctionContext context) => throw AzurePackages.Missing();
}
