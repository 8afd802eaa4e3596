using System.Diagnostics;
using System.Runtime.Versioning;

namespace Pipeline.EndToEnd;

/// <summary>The smoke test of a deployment, run against the local host: it signs as platforms do, and takes no wrong answer for a right one.</summary>
[SupportedOSPlatform("linux")]
[SupportedOSPlatform("macos")]
public sealed class SmokeTestScriptTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly Dictionary<string, string> Account = new()
    {
        ["Platforms__Accounts__0__Platform"] = "generic",
        ["Platforms__Accounts__0__Account"] = "smoke",
        ["Platforms__Accounts__0__Secrets__0"] = Secret,
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_that_works_passes_with_its_message_in_the_transcript()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for bash.");
        await using var host = await LocalHostProcess.StartAsync(Cancelled, environment: Account);
        var (exit, said) = await RunAsync(host.Http.BaseAddress!, Secret);
        Assert.True(exit == 0, said);
        Assert.Contains("A signed webhook is taken (200).", said, StringComparison.Ordinal);
        Assert.Contains("A forged webhook is refused (401).", said, StringComparison.Ordinal);
        Assert.Contains("The message is in the transcript", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_with_another_secret_fails()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for bash.");
        await using var host = await LocalHostProcess.StartAsync(Cancelled, environment: Account);
        var (exit, said) = await RunAsync(host.Http.BaseAddress!, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        Assert.NotEqual(0, exit);
        Assert.Contains("A signed webhook was answered 401, and not 2xx.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_not_there_fails()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for bash.");
        var (exit, said) = await RunAsync(new Uri($"http://127.0.0.1:{FreePort.Find()}"), Secret);
        Assert.NotEqual(0, exit);
        Assert.Contains("given up after 2 tries", said, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Said)> RunAsync(Uri address, string secret)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-");
        try
        {
            // An Azure CLI that knows one secret.
            var az = Path.Combine(folder.FullName, "az");
            await File.WriteAllTextAsync(az, $"#!/usr/bin/env bash\nprintf '%s\\n' '{secret}'\n", Cancelled);
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            using var process = Process.Start(new ProcessStartInfo("bash", [Script(), address.ToString(), "vault"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
                    ["PIPELINE_ACCESS_KEY"] = "the local host asks for none",
                    ["PIPELINE_RETRIES"] = "2",
                    ["PIPELINE_RETRY_SECONDS"] = "2",
                    ["NO_PROXY"] = "127.0.0.1",
                    ["no_proxy"] = "127.0.0.1",
                },
            })!;
            var error = process.StandardError.ReadToEndAsync(Cancelled);
            var output = await process.StandardOutput.ReadToEndAsync(Cancelled);
            await process.WaitForExitAsync(Cancelled);
            return (process.ExitCode, output + await error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "infra", "smoke-test.sh");
    }
}
