// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Core: see docs/azure-api.md.
namespace Microsoft.Azure.Functions.Worker;

public interface IFunctionsWorkerApplicationBuilder
{
}
