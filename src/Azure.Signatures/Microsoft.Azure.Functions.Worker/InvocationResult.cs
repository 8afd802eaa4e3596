// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Core: see docs/azure-api.md.
namespace Microsoft.Azure.Functions.Worker;

public abstract class InvocationResult : InvocationResult<object?>
{
}

public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}
