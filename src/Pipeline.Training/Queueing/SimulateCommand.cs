using System.CommandLine;
using Pipeline.Routing.Capacity;
using Spectre.Console;

namespace Pipeline.Training.Queueing;

/// <summary>The command <c>simulate</c>: runs policies of giving customers to advisors over the same simulated days, and compares them.</summary>
internal static class SimulateCommand
{
    // Fewer days say nothing of an interval, and the quantile that it is made with is not exact below.
    private const int LeastSeeds = 5;
    private const int MostSeeds = 10_000;

    private static readonly Option<string> Scenario = new("--scenario")
    {
        Description = $"The scenario: a file (docs/simulation.md), or one that comes with the program: {string.Join(", ", ScenarioFile.Bundled)}.",
        Required = true,
    };

    private static readonly Option<string[]> Policies = new("--policies")
    {
        Description = $"The policies; the others are compared with the first. Default: all, that is {string.Join(", ", QueuePolicies.Names)}.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [.. QueuePolicies.Names],
    };

    private static readonly Option<int> Seeds = new("--seeds")
    {
        Description = "How many days are simulated for each policy.",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Option<FileInfo?> Capacity = new("--capacity")
    {
        Description = "Rules of capacity to try: a file of JSON (docs/capacity.md). Default: those that come with the program.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one line of JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Policies.AcceptOnlyFromAmong([.. QueuePolicies.Names]);
        Seeds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < LeastSeeds or > MostSeeds)
            {
                result.AddError($"--seeds takes a number from {LeastSeeds} to {MostSeeds}.");
            }
        });
        var command = new Command("simulate", "Simulates days of a contact centre and compares how customers are given to advisors.")
        {
            Scenario, Policies, Seeds, Capacity, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var scenario = ScenarioFile.Read(parsed.GetRequiredValue(Scenario));
        string[] policies = [.. parsed.GetRequiredValue(Policies).Distinct(StringComparer.Ordinal)];
        var seeds = parsed.GetValue(Seeds);
        var capacity = parsed.GetValue(Capacity) is { } file ? ReadCapacity(file) : null;
        var comparison = SimulateScreen.Progress(
            AnsiConsole.Console, policies.Length * seeds, progress => PolicyComparison.Run(scenario, policies, seeds, progress, capacity));
        var staffing = StaffingEstimate.Of(scenario);
        SimulateScreen.Show(AnsiConsole.Console, comparison, staffing);
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(SimulateJson.Write(comparison, staffing));
        }

        return 0;
    }

    private static CapacityRules ReadCapacity(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new InvalidDataException($"{file}: there is no such file.");
        }

        var (rules, fault) = CapacityRulesReader.Read(File.ReadAllText(file.FullName));
        return rules ?? throw new InvalidDataException($"{file.Name}: {fault!.Field}: {fault.Fault}");
    }
}
