using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Capture;

namespace Pipeline.Tests.Capture;

public sealed class PlatformOptionsTests
{
    [Fact]
    public void Accounts_that_can_work_pass() => Assert.Empty(Errors(options =>
    {
        options.Accounts.Add(WebhookSamples.GenericAccount());
        options.Accounts.Add(WebhookSamples.ChatwootAccount());
        options.Accounts.Add(new PlatformAccount
        {
            Platform = "chatwoot",
            Account = "3",
            Tokens = { "token" },
            OutletAddress = new Uri("https://chat.example.org"),
            OutletSecret = "api-token",
        });
    }));

    [Fact]
    public void No_accounts_at_all_pass() => Assert.Empty(Errors(_ => { }));

    [Fact]
    public void An_unknown_platform_is_named_with_the_known_ones() =>
        AssertError(account => account.Platform = "telepathy", "Platforms:Accounts:0:Platform must be one of ");

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a~b")]
    public void A_name_that_does_not_fit_an_address_is_refused(string name) =>
        AssertError(account => account.Account = name, "Platforms:Accounts:0:Account must be");

    [Fact]
    public void Two_accounts_of_one_name_are_refused()
    {
        var errors = Errors(options =>
        {
            options.Accounts.Add(WebhookSamples.GenericAccount());
            options.Accounts.Add(WebhookSamples.ChatwootAccount());
            options.Accounts.Add(WebhookSamples.GenericAccount());
        });
        Assert.StartsWith(
            "Platforms:Accounts:2:Account is also the name of Platforms:Accounts:0;", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_an_empty_and_a_malformed_secret_are_refused()
    {
        AssertError(account => account.Secrets.Clear(), "Platforms:Accounts:0:Secrets must hold at least one");
        AssertError(account => account.Secrets.Add(" "), "Platforms:Accounts:0:Secrets:1 is empty");
        AssertError(account => account.Secrets.Add("whsec_tooshort"), "Platforms:Accounts:0:Secrets:1 must be whsec_ followed by");
        AssertError(account => account.Secrets[0] = account.Secrets[0][6..], "Platforms:Accounts:0:Secrets:0 must be whsec_ followed by");
        var tooLong = "whsec_" + Convert.ToBase64String(new byte[65]);
        AssertError(account => account.Secrets.Add(tooLong), "Platforms:Accounts:0:Secrets:1 must be whsec_ followed by");
    }

    [Fact]
    public void Chatwoot_needs_a_secret_or_a_token()
    {
        var account = WebhookSamples.ChatwootAccount();
        account.Secrets.Clear();
        AssertError(account, "Platforms:Accounts:0:Secrets must hold the webhook's secret");
        account.Tokens.Add("");
        AssertError(account, "Platforms:Accounts:0:Tokens:0 is empty");
    }

    [Fact]
    public void An_outlet_needs_a_whole_address_and_a_secret()
    {
        AssertError(
            account => account.OutletAddress = new Uri("https://shop.example.org/hook"),
            "Platforms:Accounts:0:OutletSecret is missing");
        AssertError(
            account =>
            {
                account.OutletAddress = new Uri("https://shop.example.org/hook");
                account.OutletSecret = "not whsec";
            },
            "Platforms:Accounts:0:OutletSecret must be whsec_");
        foreach (var address in new[] { "ftp://shop.example.org/", "/hook", "https://user:pass@shop.example.org/", "file:///etc" })
        {
            AssertError(
                account =>
                {
                    account.OutletAddress = new Uri(address, UriKind.RelativeOrAbsolute);
                    account.OutletSecret = WebhookSamples.GenericSecret;
                },
                "Platforms:Accounts:0:OutletAddress must be");
        }
    }

    [Fact]
    public void A_history_needs_a_whole_address_and_a_secret_that_can_sign()
    {
        var address = new Uri("https://shop.example.org/history");
        AssertError(account => account.HistoryAddress = new Uri("/history", UriKind.Relative), "Platforms:Accounts:0:HistoryAddress must be");
        AssertError(
            account => account.HistoryAddress = new Uri("https://user:pass@shop.example.org/"), "Platforms:Accounts:0:HistoryAddress must be");
        AssertError(
            account => (account.HistoryAddress, account.HistorySecret) = (address, "not whsec"), "Platforms:Accounts:0:HistorySecret must be whsec_");
        AssertError(account => (account.HistoryAddress, account.HistorySecret) = (address, ""), "Platforms:Accounts:0:HistorySecret must be whsec_");
        Assert.Empty(Errors(options =>
        {
            options.Accounts.Add(WebhookSamples.GenericAccount());
            options.Accounts[0].HistoryAddress = address;
        }));

        var chatwoot = WebhookSamples.ChatwootAccount();
        chatwoot.HistoryAddress = new Uri("https://chat.example.org");
        AssertError(chatwoot, "Platforms:Accounts:0:HistorySecret is missing");
        AssertError(chatwoot, "Platforms:Accounts:0:AccountId must be the number");
    }

    [Fact]
    public void Chatwoots_api_needs_the_number_of_the_account()
    {
        var account = WebhookSamples.ChatwootAccount();
        account.OutletAddress = new Uri("https://chat.example.org");
        account.OutletSecret = "api-token";
        AssertError(account, "Platforms:Accounts:0:AccountId must be the number");
        account.AccountId = "../3";
        AssertError(account, "Platforms:Accounts:0:AccountId must be the number");
        account.AccountId = "3";
        Assert.Empty(Errors(options => options.Accounts.Add(account)));
    }

    [Fact]
    public void Limits_that_make_no_sense_are_refused()
    {
        AssertOnly("Platforms:TimestampTolerance", options => options.TimestampTolerance = TimeSpan.Zero);
        AssertOnly("Platforms:TimestampTolerance", options => options.TimestampTolerance = TimeSpan.FromDays(1));
        AssertOnly("Platforms:MaxBodyBytes", options => options.MaxBodyBytes = 0);
        AssertError(account => account.LanguageHint = "de", "Platforms:Accounts:0:LanguageHint must be fr or en");
        AssertError(account => account.Brand = "", "Platforms:Accounts:0:Brand must be");
        AssertError(account => account.Channel = "", "Platforms:Accounts:0:Channel must be");

        static void AssertOnly(string setting, Action<PlatformOptions> configure) =>
            Assert.StartsWith(setting, Assert.Single(Errors(configure)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_error_shows_a_secret()
    {
        var account = WebhookSamples.GenericAccount();
        account.Secrets.Add("hunter2-hunter2");
        account.OutletAddress = new Uri("https://shop.example.org/hook");
        account.OutletSecret = "hunter3-hunter3";
        var errors = Errors(options => options.Accounts.Add(account));
        Assert.NotEmpty(errors);
        Assert.DoesNotContain(errors, error => error.Contains("hunter", StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_with_wrong_settings_does_not_start()
    {
        using var services = new ServiceCollection()
            .AddCapture()
            .Configure<PlatformOptions>(options => options.MaxBodyBytes = 0)
            .BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    private static void AssertError(Action<PlatformAccount> change, string expected)
    {
        var account = WebhookSamples.GenericAccount();
        change(account);
        AssertError(account, expected);
    }

    private static void AssertError(PlatformAccount account, string expected) =>
        Assert.Contains(Errors(options => options.Accounts.Add(account)), error => error.StartsWith(expected, StringComparison.Ordinal));

    private static IReadOnlyList<string> Errors(Action<PlatformOptions> configure)
    {
        var options = new PlatformOptions();
        configure(options);
        return [.. new PlatformOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
