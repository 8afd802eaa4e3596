using System.Diagnostics;
using System.Runtime.Versioning;

namespace Pipeline.Tests.Infrastructure;

/// <summary>infra/deploy.sh, with an Azure CLI that only writes down what it is asked.</summary>
[SupportedOSPlatform("linux")]
[SupportedOSPlatform("macos")]
public sealed class DeployScriptTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-");

    public DeployScriptTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for bash.");
        var az = Path.Combine(_folder.FullName, "az");
        File.Copy(Repository.Path("tests/Pipeline.Tests/Infrastructure/Deployment/az"), az);
        File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(State("rules/route"));
        Directory.CreateDirectory(State("rules/store"));
        foreach (var rule in (string[])["rules/route/$Default", "rules/route/close", "rules/store/$Default"])
        {
            File.WriteAllText(State(rule), "");
        }

        File.WriteAllText(Package, "package");
    }

    private string Package => Path.Combine(_folder.FullName, "package.zip");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_provisions_then_makes_the_secrets_then_deploys()
    {
        var (exit, said) = Deploy("--package", Package, "--no-smoke-test");
        Assert.True(exit == 0, said);
        Assert.Equal(
            [
                "provider register", "deployment sub create", "keyvault secret set", "rest --method post", "servicebus topic subscription",
                "functionapp deployment source",
            ],
            InOrder());
        var create = Calls().Single(call => call.StartsWith("deployment sub create", StringComparison.Ordinal));
        Assert.Contains("--location francecentral", create, StringComparison.Ordinal);
        Assert.Contains("deployerPrincipalId=00000000-0000-0000-0000-000000000003 deployerPrincipalType=User budgetStart=", create, StringComparison.Ordinal);
        Assert.StartsWith("whsec_", File.ReadAllText(State("secrets/generic-smoke-1")), StringComparison.Ordinal);
        Assert.Equal(44, File.ReadAllText(State("secrets/customer-hash-key")).Length);
        Assert.Equal(44, File.ReadAllText(State("secrets/placeholder-key")).Length);
        Assert.Contains("https://func.example.org/api/webhooks/{platform}/{account}", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls(), call => call.Contains("whsec_", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_time_changes_nothing_that_is_as_it_should_be()
    {
        Deploy("--package", Package, "--no-smoke-test");
        var secrets = Directory.GetFiles(State("secrets")).ToDictionary(file => file, File.ReadAllText);
        File.Delete(State("calls"));
        var (exit, said) = Deploy("--package", Package, "--no-smoke-test");
        Assert.True(exit == 0, said);
        Assert.Equal(secrets, Directory.GetFiles(State("secrets")).ToDictionary(file => file, File.ReadAllText));
        Assert.Equal(["provider register", "deployment sub create", "servicebus topic subscription", "functionapp deployment source"], InOrder());
        Assert.Contains(Calls(), call => call.Contains("budgetStart=2026-01-01T00:00:00Z", StringComparison.Ordinal));
    }

    [Fact]
    public void What_if_changes_nothing()
    {
        var (exit, said) = Deploy("--what-if");
        Assert.Equal(0, exit);
        Assert.Contains("1 to create", said, StringComparison.Ordinal);
        Assert.All(Calls(), call => Assert.True(
            call.Contains(" show", StringComparison.Ordinal) || call.StartsWith("deployment sub what-if", StringComparison.Ordinal), call));
    }

    [Fact]
    public void A_rule_that_an_earlier_version_left_is_removed_and_no_other()
    {
        File.WriteAllText(State("rules/store/everything"), "");
        var (exit, said) = Deploy("--package", Package, "--no-smoke-test");
        Assert.True(exit == 0, said);
        Assert.Contains("Removed the rule conversations/store/everything.", said, StringComparison.Ordinal);
        Assert.Equal(["$Default", "close"], Directory.GetFiles(State("rules/route")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["$Default"], Directory.GetFiles(State("rules/store")).Select(Path.GetFileName));
    }

    [Fact]
    public void Roles_that_are_not_known_yet_are_waited_for()
    {
        File.WriteAllText(State("forbid"), "");
        File.WriteAllText(State("refuse-package"), "");
        var (exit, said) = Deploy("--package", Package, "--no-smoke-test");
        Assert.True(exit == 0, said);
        Assert.Contains("The vault kv answers: not yet", said, StringComparison.Ordinal);
        Assert.Contains("The package is deployed: not yet", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_only_the_platform_knows_is_asked_for_before_anything_is_deployed()
    {
        File.WriteAllText(State("wanted"), "chatwoot-support-1");
        var (exit, said) = Deploy("--package", Package, "--no-smoke-test");
        Assert.NotEqual(0, exit);
        Assert.Contains("--name chatwoot-support-1 --file FILE", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls(), call => call.StartsWith("functionapp deployment", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deleted_vault_is_taken_back()
    {
        File.WriteAllText(State("deleted-vaults"), "kv\t/subscriptions/s/resourceGroups/rg-pipeline-dev/providers/x/kv\tfrancecentral\n");
        var (exit, said) = Deploy("--package", Package, "--no-smoke-test");
        Assert.True(exit == 0, said);
        var calls = Calls();
        Assert.Contains("keyvault recover --name kv --resource-group rg-pipeline-dev --output none", calls);
        Assert.True(
            calls.FindIndex(call => call.StartsWith("keyvault recover", StringComparison.Ordinal))
            < calls.FindIndex(call => call.StartsWith("deployment sub create", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("rg-pipeline-dev\n", true)]
    [InlineData("yes\n", false)]
    [InlineData("", false)]
    public void Deleting_takes_the_name_of_the_group(string typed, bool isDeleted)
    {
        File.WriteAllText(State("deployed"), "");
        var (exit, said) = Run(typed, "--environment", "dev", "--delete");
        Assert.Equal(isDeleted, exit == 0);
        Assert.Equal(isDeleted, Calls().Contains("group delete --name rg-pipeline-dev --yes"));
        Assert.Contains("everything", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name the environment")]
    [InlineData("There is no infra/test.bicepparam", "--environment", "test")]
    [InlineData("--environmnet is no option", "--environmnet", "dev")]
    [InlineData("--environment takes a value", "--environment")]
    [InlineData("There is no package", "--environment", "dev", "--package", "/nowhere.zip")]
    [InlineData("dev is not deployed", "--environment", "dev", "--code-only")]
    public void A_wrong_order_is_refused_before_anything_is_done(string told, params string[] arguments)
    {
        var (exit, said) = Run("", arguments);
        Assert.Equal(1, exit);
        Assert.Contains($"Error: {told}", said, StringComparison.Ordinal);
        Assert.All(Calls(), call => Assert.Contains(" show", call, StringComparison.Ordinal));
    }

    private string State(string name) => Path.Combine(_folder.FullName, "state", name);

    private List<string> Calls() => File.Exists(State("calls")) ? [.. File.ReadLines(State("calls"))] : [];

    /// <summary>The first three words of what changes something or lists rules, each run of equal ones once.</summary>
    private IEnumerable<string> InOrder()
    {
        string[] looks = ["account show", "ad signed-in-user", "deployment sub show", "keyvault list-deleted", "keyvault secret list", "functionapp config", "functionapp show"];
        var last = "";
        foreach (var call in Calls().Where(call => !looks.Any(look => call.StartsWith(look, StringComparison.Ordinal))))
        {
            var words = string.Join(' ', call.Split(' ').Take(call.StartsWith("provider", StringComparison.Ordinal) ? 2 : 3));
            if (words != last)
            {
                yield return last = words;
            }
        }
    }

    private (int Exit, string Said) Deploy(params string[] arguments) => Run("", ["--environment", "dev", .. arguments]);

    private (int Exit, string Said) Run(string typed, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Repository.Path("infra/deploy.sh"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
                ["PIPELINE_RETRY_SECONDS"] = "0",
            },
        })!;
        process.StandardInput.Write(typed);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + error.GetAwaiter().GetResult());
    }
}
