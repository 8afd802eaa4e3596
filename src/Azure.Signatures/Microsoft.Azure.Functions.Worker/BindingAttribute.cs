// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Extensions.Abstractions: see docs/azure-api.md.
namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute;
