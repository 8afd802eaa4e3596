using Pipeline.Tests.Infrastructure.Checks;

namespace Pipeline.Tests.Infrastructure;

public sealed class WorkflowTests
{
    private static string Workflow => Repository.Read(".github/workflows/ci.yml");

    [Fact]
    public void The_workflow_may_only_read_and_its_actions_are_pinned() => Assert.Empty(WorkflowCheck.Find(Workflow));

    [Theory]
    [InlineData(".ci/run")]
    [InlineData("dotnet build -p:AzurePackages=true")]
    [InlineData("dotnet test -p:AzurePackages=true")]
    [InlineData("azurite-table")]
    [InlineData("az bicep build --file infra/main.bicep")]
    [InlineData("az bicep lint")]
    [InlineData("NuGetAuditMode=all")]
    public void It_does_what_cannot_be_done_elsewhere(string step) => Assert.Contains(step, Workflow, StringComparison.Ordinal);

    [Theory]
    [InlineData("checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8", "checkout@v5", "is not pinned")]
    [InlineData("2028fbc5c25fe9cf00d9f06a71cc4710d4507903 # v6.0.0", "2028fbc5c25fe9cf00d9f06a71cc4710d4507903", "does not say its version")]
    [InlineData("permissions:\n  contents: read\n", "", "The permissions at the top")]
    [InlineData("  contents: read", "  contents: write", "Something may write")]
    [InlineData("  pull_request:", "  pull_request_target:", "pull_request_target")]
    [InlineData("    timeout-minutes: 15\n", "", "no timeout-minutes")]
    [InlineData("          persist-credentials: false\n", "", "leaves its credentials")]
    public void A_planted_error_is_told(string text, string replacement, string told)
    {
        Assert.Contains(text, Workflow, StringComparison.Ordinal);
        Assert.Contains(
            WorkflowCheck.Find(Workflow.Replace(text, replacement, StringComparison.Ordinal)),
            finding => finding.Contains(told, StringComparison.Ordinal));
    }
}
