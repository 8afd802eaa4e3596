// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Extensions.Http: see docs/azure-api.md.
namespace Microsoft.Azure.Functions.Worker;

public enum AuthorizationLevel
{
    Anonymous = 0,
}
