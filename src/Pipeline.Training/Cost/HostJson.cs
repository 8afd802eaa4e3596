using System.Text.Json;

namespace Pipeline.Training.Cost;

/// <summary>What the counting needs of host.json, which is built into the tool.</summary>
internal static class HostJson
{
    /// <summary>The most messages of a batch.</summary>
    public static int MaxMessageBatchSize()
    {
        using var file = typeof(HostJson).Assembly.GetManifestResourceStream("host.json")!;
        using var host = JsonDocument.Parse(file);
        return host.RootElement.GetProperty("extensions").GetProperty("serviceBus").GetProperty("maxMessageBatchSize").GetInt32();
    }
}
