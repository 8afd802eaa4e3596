// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Core: see docs/azure-api.md.
namespace Microsoft.Azure.Functions.Worker;

public abstract class TraceContext
{
    public abstract string TraceParent { get; }

    public abstract string TraceState { get; }
}
