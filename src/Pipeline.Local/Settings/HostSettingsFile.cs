using System.Text.Json;
using Pipeline.Local.Startup;

namespace Pipeline.Local.Settings;

/// <summary>Reads host.json.</summary>
public static class HostSettingsFile
{
    // The Functions runtime reads host.json so.
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file.</summary>
    /// <exception cref="StartRefusedException">It is not there, not JSON, or a value is not usable; the message names its path.</exception>
    public static HostSettings Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (IOException exception)
        {
            throw new StartRefusedException(
                $"host.json cannot be read beside the program ({exception.Message}); build the project again.", exception);
        }
    }

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="StartRefusedException">It is not JSON, or a value is not usable; the message names its path.</exception>
    public static HostSettings Parse(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException exception)
        {
            throw new StartRefusedException($"host.json is not JSON (line {exception.LineNumber + 1}); correct it there.", exception);
        }

        using (document)
        {
            return Read(new HostSettingsNode(document.RootElement, ""));
        }
    }

    private static HostSettings Read(HostSettingsNode root)
    {
        var defaults = new HostSettings();
        var extensions = root.Section("extensions");
        var bus = extensions.Section("serviceBus");
        var largest = bus.Number("maxMessageBatchSize", defaults.MaxMessageBatchSize, 1, int.MaxValue);
        return new HostSettings
        {
            RoutePrefix = extensions.Section("http").Text("routePrefix", defaults.RoutePrefix).Trim('/'),
            MaxConcurrentCalls = bus.Number("maxConcurrentCalls", defaults.MaxConcurrentCalls, 1, int.MaxValue),
            MaxMessageBatchSize = largest,
            MinMessageBatchSize = bus.Number("minMessageBatchSize", defaults.MinMessageBatchSize, 1, largest),
            MaxBatchWaitTime = bus.Time("maxBatchWaitTime", defaults.MaxBatchWaitTime),
        };
    }
}
