// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Core: see docs/azure-api.md.
using Azure.Signatures;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    public static InvocationResult GetInvocationResult(this FunctionContext context) => throw AzurePackages.Missing();
}
