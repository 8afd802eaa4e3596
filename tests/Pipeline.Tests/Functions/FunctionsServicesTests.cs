using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Functions;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Functions;

public sealed class FunctionsServicesTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["ServiceBus:fullyQualifiedNamespace"] = "ns.servicebus.windows.net",
        ["Tables:serviceUri"] = "https://account.table.core.windows.net/",
        ["Platforms:Accounts:0:Platform"] = "generic",
        ["Platforms:Accounts:0:Account"] = "shop",
        ["Platforms:Accounts:0:Secrets:0"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    };

    [Fact]
    public void Everything_the_functions_need_can_be_made()
    {
        var services = Services(Settings).AddSingleton<StageFunctions>().AddSingleton<TimerFunctions>();
        services.TryAddSingleton<IConversationReader, NoConversations>();
        services.TryAddSingleton<ITranscripts, NoConversations>();
        services.TryAddSingleton<IStandingReader, NoConversations>();

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.NotNull(provider);
    }

    [Fact]
    public void Platforms_come_from_the_settings()
    {
        using var provider = Services(Settings).BuildServiceProvider();
        var account = Assert.Single(provider.GetRequiredService<IOptions<PlatformOptions>>().Value.Accounts);
        Assert.Equal(("generic", "shop"), (account.Platform, account.Account));
        Assert.Single(account.Secrets);
    }

    [Fact]
    public void An_app_without_its_settings_says_at_once_which_one_is_missing()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Services([]));
        Assert.Contains("ServiceBus__fullyQualifiedNamespace", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzurePlatform", null, false)]
    [InlineData("AzurePlatform", "False", false)]
    [InlineData("AzurePlatform", "True", true)]
    [InlineData("Keys", null, true)]
    public void Roles_come_from_the_platform_only_while_it_signs_users_in(string source, string? signIn, bool isTaken)
    {
        using var provider = Services(new(Settings) { ["Access:Source"] = source, ["WEBSITE_AUTH_ENABLED"] = signIn }).BuildServiceProvider();
        var failure = Record.Exception(() => provider.GetRequiredService<IOptions<AccessOptions>>().Value);
        Assert.Equal(isTaken, failure is null);
        Assert.True(isTaken || failure!.Message.Contains("built-in authentication is off", StringComparison.Ordinal));
    }

    private static IServiceCollection Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddFunctionsApp(configuration);
    }

    private sealed class NoConversations : IConversationReader, ITranscripts, IStandingReader
    {
        public Task<ConversationStanding?> ReadStandingAsync(string conversationKey, CancellationToken cancellationToken) =>
            Task.FromResult<ConversationStanding?>(null);

        public Task<ConversationState?> ReadStateAsync(string conversationKey, CancellationToken cancellationToken) =>
            Task.FromResult<ConversationState?>(null);

        public Task<ConversationTranscript?> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
            Task.FromResult<ConversationTranscript?>(null);

        public Task<string?> ReadSkillAsync(string conversationKey, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<TranscriptPage> ListDayAsync(DateOnly day, int maxRows, string? continuation, CancellationToken cancellationToken) =>
            Task.FromResult(new TranscriptPage([], null));
    }
}
