// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Extensions.Timer: see docs/azure-api.md.
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;
}
