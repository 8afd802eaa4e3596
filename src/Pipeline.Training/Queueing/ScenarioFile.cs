using System.Text.Json;

namespace Pipeline.Training.Queueing;

/// <summary>Reads scenarios, and says what is wrong with them and where.</summary>
internal static class ScenarioFile
{
    private const string Prefix = "scenarios.";

    /// <summary>The names of the scenarios that come with the program.</summary>
    public static IReadOnlyList<string> Bundled { get; } =
    [
        .. typeof(ScenarioFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Prefix.Length..]))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads one.</summary>
    /// <param name="name">A file, or the name of one that comes with the program.</param>
    /// <exception cref="InvalidDataException">It is not there or not right; the message names the place and the fault.</exception>
    public static Scenario Read(string name)
    {
        if (!Bundled.Contains(name))
        {
            return File.Exists(name)
                ? Parse(File.ReadAllText(name), Path.GetFileName(name))
                : throw new InvalidDataException($"{name}: there is no such file, and no such scenario comes with the program ({string.Join(", ", Bundled)}).");
        }

        using var stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream($"{Prefix}{name}.json")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), name);
    }

    /// <summary>Reads one from JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="origin">Where it comes from, for the error.</param>
    /// <exception cref="InvalidDataException">It is not right; the message names the place and the fault.</exception>
    public static Scenario Parse(string json, string origin)
    {
        Scenario? scenario;
        try
        {
            scenario = JsonSerializer.Deserialize(json, ScenarioJson.Default.Scenario);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{origin}: {problem.Message}", problem);
        }

        var fault = scenario is null ? "it is null." : ScenarioCheck.FaultOf(scenario);
        return fault is null ? scenario! : throw new InvalidDataException($"{origin}: {fault}");
    }
}
