using System.Net;
using System.Net.Sockets;

namespace Pipeline.EndToEnd;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Help_names_every_option_and_its_default()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.All(["--demo", "--speed", "[default: 10]", "--data", "--urls", "http://127.0.0.1:7071", "--platform"], part =>
            Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--nope", "'--nope'")]
    [InlineData("--speed fast", "--speed takes a number from 0.1 to 1000")]
    [InlineData("--speed 0", "--speed takes a number from 0.1 to 1000")]
    [InlineData("--platform nowhere", "--platform takes an address such as http://127.0.0.1:7072")]
    [InlineData("--data", "--data")]
    [InlineData("--urls http://0.0.0.0:7071", "open to other machines")]
    [InlineData("--urls nowhere", "'nowhere' is not an address")]
    public async Task A_bad_option_is_refused_in_one_line(string arguments, string what)
    {
        var (exitCode, output, error) = await RunAsync(arguments.Split(' '));

        AssertRefused(exitCode, output, error, what);
    }

    [Fact]
    public async Task A_busy_port_is_refused_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var (exitCode, output, error) = await RunAsync("--data", _folder, "--urls", url);

        AssertRefused(exitCode, output, error, $"Another program listens on {url}");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_refused_with_what_to_do()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await RunAsync("--data", Path.Combine(file, "data"));

        AssertRefused(exitCode, output, error, "choose another with --data");
    }

    [Theory]
    [InlineData("bus.db")]
    [InlineData("tables.db")]
    public async Task A_data_file_that_is_not_ours_is_refused_and_left_alone(string name)
    {
        var file = Path.Combine(_folder, name);
        var content = string.Concat(Enumerable.Repeat("These are somebody's notes. ", 400));
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await RunAsync("--data", _folder, "--urls", "http://127.0.0.1:0");

        AssertRefused(exitCode, output, error, name);
        Assert.Equal(content, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_account_is_refused_with_the_path_of_the_setting()
    {
        var environment = new Dictionary<string, string>
        {
            ["Platforms__Accounts__0__Platform"] = "generic",
            ["Platforms__Accounts__0__Account"] = "shop",
            ["Platforms__Accounts__0__Secrets__0"] = "hunter2",
        };

        var (exitCode, output, error) = await HostProgram.RunAsync(
            HostProgram.Local, ["--data", _folder, "--urls", "http://127.0.0.1:0"], environment, TestContext.Current.CancellationToken);

        AssertRefused(exitCode, output, error, "Platforms:Accounts:0:Secrets:0");
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        HostProgram.RunAsync(HostProgram.Local, arguments, null, TestContext.Current.CancellationToken);

    private static void AssertRefused(int exitCode, string output, string error, string what)
    {
        Assert.Contains(what, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal("", output);
        Assert.Equal(2, exitCode);
    }
}
