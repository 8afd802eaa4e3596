// Declarations only, a subset of the package Microsoft.Azure.Functions.Worker.Extensions.Timer: see docs/azure-api.md.
namespace Microsoft.Azure.Functions.Worker;

public class TimerInfo;
