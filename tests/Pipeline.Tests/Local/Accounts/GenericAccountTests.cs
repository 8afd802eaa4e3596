using Pipeline.Capture;
using Pipeline.Local.Accounts;
using Pipeline.Local.Startup;

namespace Pipeline.Tests.Local.Accounts;

public sealed class GenericAccountTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_host_without_accounts_gets_one_with_a_secret_that_stays_the_same()
    {
        var first = Added(new PlatformOptions(), demo: false);
        var second = Added(new PlatformOptions(), demo: false);

        Assert.Equal(("generic", "demo"), (first!.Platform, first.Account));
        Assert.Equal(first.Secrets, second!.Secrets);
        Assert.StartsWith("whsec_", Assert.Single(first.Secrets), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hosts_have_two_secrets()
    {
        var other = Directory.CreateTempSubdirectory("pipeline-").FullName;
        var options = new PlatformOptions();
        GenericAccount.AddWhenNeeded(options, other, demo: false);
        Directory.Delete(other, recursive: true);

        Assert.NotEqual(options.Accounts[0].Secrets, Added(new PlatformOptions(), demo: false)!.Secrets);
    }

    [Fact]
    public void Only_the_owner_may_read_the_secret()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Added(new PlatformOptions(), demo: false);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(GenericAccount.SecretFile(_folder)));
        }
    }

    [Fact]
    public void Configured_accounts_are_left_alone()
    {
        var options = new PlatformOptions { Accounts = { new PlatformAccount { Platform = "chatwoot", Account = "1" } } };

        Assert.Null(Added(options, demo: false));
        Assert.False(File.Exists(GenericAccount.SecretFile(_folder)));
    }

    [Fact]
    public void The_demo_adds_its_account_to_configured_ones_unless_it_is_among_them()
    {
        var options = new PlatformOptions { Accounts = { new PlatformAccount { Platform = "chatwoot", Account = "1" } } };

        Assert.NotNull(Added(options, demo: true));
        Assert.Null(Added(options, demo: true));
        Assert.Equal(2, options.Accounts.Count);
    }

    [Fact]
    public void A_secret_s_file_that_holds_something_else_is_named_and_not_shown()
    {
        File.WriteAllText(GenericAccount.SecretFile(_folder), "hunter2");

        var exception = Assert.Throws<StartRefusedException>(() => Added(new PlatformOptions(), demo: false));

        Assert.Contains(GenericAccount.SecretFile(_folder), exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7072")]
    [InlineData("http://127.0.0.1:7072/")]
    public void A_platform_behind_the_account_is_asked_for_its_history_and_told_what_came_out(string platform)
    {
        var options = new PlatformOptions();
        Added(options, demo: false);

        GenericAccount.StandBehind(options, new Uri(platform));

        Assert.Equal("http://127.0.0.1:7072/history", options.Accounts[0].HistoryAddress!.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:7072/callbacks", options.Accounts[0].OutletAddress!.AbsoluteUri);
        Assert.Empty(new PlatformOptionsValidator().Validate(null, options).Failures ?? []);
    }

    [Fact]
    public void A_platform_behind_an_account_that_is_not_there_is_refused_with_what_to_do()
    {
        var options = new PlatformOptions { Accounts = { new PlatformAccount { Platform = "chatwoot", Account = "1" } } };
        var refused = Assert.Throws<StartRefusedException>(() => GenericAccount.StandBehind(options, new Uri("http://127.0.0.1:7072")));
        Assert.Contains("HistoryAddress", refused.Message, StringComparison.Ordinal);
    }

    private PlatformAccount? Added(PlatformOptions options, bool demo) => GenericAccount.AddWhenNeeded(options, _folder, demo);
}
