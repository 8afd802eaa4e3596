using System.Diagnostics;
using System.Xml.Linq;

namespace Pipeline.Tests.Infrastructure;

/// <summary>The official compiler, where it is installed, knows every type and property of Azure, and finds nothing to say.</summary>
public sealed class BicepCompilerTests
{
    private const string Project = "tests/Pipeline.Tests/Infrastructure/Bicep/compiler/compiler.csproj";

    [Theory]
    [InlineData("infra/*.bicepparam")]
    [InlineData("tests/Pipeline.Tests/Infrastructure/*.bicepparam")]
    public void The_compiler_has_nothing_to_say_about_a_parameter_file_and_all_it_uses(string files) =>
        Assert.Equal((0, ""), Run(["lint", "--pattern", Repository.Path(files)]));

    [Fact]
    public void The_compiler_is_really_asked()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "wrong.bicep");
            File.WriteAllText(file, """
                resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
                  name: 'wrong'
                  location: 'francecentral'
                  properties: { tenantId: tenant().tenantId, sku: { family: 'A', name: 'standard' }, enableRbacAuthorisation: true }
                }
                """);
            Assert.Contains("enableRbacAuthorisation", Run(["build", file, "--stdout"]).Said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Exit, string Said) Run(string[] arguments)
    {
        var compiler = Find();
        Assert.SkipWhen(compiler is null, $"The Bicep compiler is not installed: dotnet restore {Project} (Linux on x64).");
        using var process = Process.Start(new ProcessStartInfo(compiler, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        })!;
        var said = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said.GetAwaiter().GetResult().Trim());
    }

    /// <summary>The compiler of the version that the project names, in NuGet's folder; null where it is not, or cannot run.</summary>
    private static string? Find()
    {
        var package = XDocument.Load(Repository.Path(Project)).Descendants("PackageDownload").Single();
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var file = Path.Combine(
            packages,
            package.Attribute("Include")!.Value.ToLowerInvariant(),
            package.Attribute("Version")!.Value.Trim('[', ']'),
            "tools",
            "bicep");
        return OperatingSystem.IsLinux() && File.Exists(file) && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute) ? file : null;
    }
}
