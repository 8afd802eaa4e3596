// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Extensions.Abstractions: see docs/azure-api.md.
namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;
