// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Extensions.Abstractions: see docs/azure-api.md.
namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
