using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Pipeline.EndToEnd;

/// <summary>Starts the built programs as a user's shell would.</summary>
internal static class HostProgram
{
    private static readonly string[] OurVariables = ["Platforms__", "OTEL_", "Logging__", "PIPELINE_", "HOME", "XDG_DATA_HOME"];

    /// <summary>The local host.</summary>
    public const string Local = "Pipeline.Local";

    /// <summary>The tool.</summary>
    public const string Training = "Pipeline.Training";

    /// <summary>Starts a program, its output redirected, without what the tester's own environment would add to it.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Dotnet()) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, $"{program}.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        string[] ours = [.. start.Environment.Keys.Where(IsOurs)];
        foreach (var variable in ours)
        {
            start.Environment.Remove(variable);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, environment);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromMinutes(6), cancellationToken);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static bool IsOurs(string variable) =>
        OurVariables.Any(start => variable.StartsWith(start, StringComparison.Ordinal));

    // The one that runs the tests: it need not be in the path.
    private static string Dotnet()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }
}
