// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Core: see docs/azure-api.md.
namespace Microsoft.Azure.Functions.Worker;

public abstract class FunctionContext
{
    public abstract TraceContext TraceContext { get; }

    public abstract FunctionDefinition FunctionDefinition { get; }
}
