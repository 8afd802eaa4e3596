using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Functions;
using Pipeline.Ports;
using Pipeline.Tests.Functions;
using Pipeline.Tests.Infrastructure.Bicep;
using Pipeline.Tests.Infrastructure.Checks;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Infrastructure;

/// <summary>infra/ is right, and says the same as the code. Nobody finds out at deployment that a name was misspelt.</summary>
public sealed class InfrastructureTests
{
    public InfrastructureTests() => Assert.SkipWhen(BicepParser.Absence is not null, BicepParser.Absence ?? "");

    public static TheoryData<string> ParameterFiles => [.. Templates.OfRepository.ParameterFiles];

    [Fact]
    public void Every_file_is_bicep() => Assert.Empty(SyntaxCheck.Find(Templates.OfRepository));

    [Fact]
    public void What_is_declared_is_used_described_and_bounded() => Assert.Empty(DeclarationCheck.Find(Templates.OfRepository));

    [Fact]
    public void Modules_get_what_they_take_and_give_what_is_read() => Assert.Empty(ModuleCheck.Find(Templates.OfRepository));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void Parameters_are_within_their_bounds(string file) => Assert.Empty(ParameterCheck.Find(Templates.OfRepository, file));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void Resources_are_of_known_types_and_have_what_they_must(string file) => Assert.Empty(ResourceTypeCheck.Find(Deploy(file)));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void Roles_are_known_and_narrow(string file) => Assert.Empty(RoleCheck.Find(Templates.OfRepository, Deploy(file)));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void The_bus_is_the_one_of_the_flow(string file) =>
        Assert.Empty(BusCheck.Find(Deploy(file).Resources, ConversationFlow.Topology, Sources()));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void The_tables_are_those_of_the_code(string file) => Assert.Empty(TableCheck.Find(Deploy(file).Resources, TableNames.All));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void Every_setting_is_read(string file) => Assert.Empty(SettingsCheck.Unread(Deploy(file), SettingsOfCode.All));

    [Fact]
    public void Every_setting_that_the_code_needs_is_set() =>
        Assert.Empty(SettingsCheck.Unset(Deploy(Templates.Everything), SettingsOfCode.All));

    [Fact]
    public void The_exceptions_still_are_some() => Assert.Empty(SettingsCheck.Stale(SettingsOfCode.All));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void What_is_kept_warm_and_signed_in_to_is_there(string file) => Assert.Empty(AppCheck.Find(Deploy(file)));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void The_code_takes_the_settings(string file)
    {
        var run = Deploy(file);
        using var services = Start(SettingsCheck.Of(run));
        var accounts = services.GetRequiredService<IOptions<PlatformOptions>>().Value.Accounts;
        var given = ((List<object?>)run.Given["platforms"]!).Cast<BicepObject>().ToList();
        Assert.Equal(
            given.Select(account => (account["platform"], account["account"], Count(account, "secretNames"), Count(account, "tokenNames"))),
            accounts.Select(account => ((object?)account.Platform, (object?)account.Account, account.Secrets.Count, account.Tokens.Count)));
        var access = services.GetRequiredService<IOptions<AccessOptions>>().Value;
        Assert.Equal(run.Given.GetValueOrDefault("accessSource") ?? "Keys", access.Source.ToString());
        Assert.Equal((run.Given.GetValueOrDefault("accessKeys") as List<object?>)?.Count ?? 0, access.Keys.Count);
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void Every_secret_is_a_reference_to_the_vault(string file)
    {
        var secret = SettingsCheck.Of(Deploy(file)).Where(setting =>
            setting.Key.Contains("Secret", StringComparison.Ordinal)
            || (setting.Key.Contains("Token", StringComparison.Ordinal) && setting.Key != "Drafting__MaxTokens")
            || setting.Key is "Transcripts__CustomerHashKey" or "Transcripts__SealKey" or "PersonalData__PlaceholderKey" or "Suggestions__Replies__HashKey"
                or "Protection__HashKey" or "Protection__Vault__Key");
        Assert.All(
            secret,
            setting => Assert.StartsWith("@Microsoft.KeyVault(VaultName=kv-", BicepText.Of(setting.Value), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void The_rules_that_are_given_out_are_those_that_are_made(string file)
    {
        var run = Deploy(file);
        Assert.Equal(
            run.Resources.Where(resource => resource.Type.EndsWith("/rules", StringComparison.Ordinal))
                .Select(rule => $"{rule.Parent!.Parent!.Name}/{rule.Parent.Name}/{rule.Name}"),
            ((List<object?>)run.Output("busRules")!).Cast<string>());
    }

    [Fact]
    public void A_private_network_reaches_everything_that_is_closed_and_nothing_else_is_open()
    {
        var resources = Deploy(Templates.Everything).Resources;
        string[] closed = ["Microsoft.Storage/storageAccounts", "Microsoft.ServiceBus/namespaces", "Microsoft.CognitiveServices/accounts"];
        Assert.All(
            resources.Where(resource => closed.Contains(resource.Type)),
            resource => Assert.Equal("Disabled", resource.Properties["publicNetworkAccess"]));
        Assert.Equal("Deny", resources.Single(resource => resource.Type == "Microsoft.KeyVault/vaults").Properties.Inner("networkAcls")["defaultAction"]);
        Assert.Equal("Premium", resources.Single(resource => resource.Type == "Microsoft.ServiceBus/namespaces").Body.Inner("sku")["name"]);
        Assert.Equal(
            ["account", "blob", "namespace", "table", "vault"],
            resources.Where(resource => resource.Type == "Microsoft.Network/privateEndpoints")
                .Select(endpoint => ((BicepObject)((List<object?>)endpoint.Properties["privateLinkServiceConnections"]!).Single()!)
                    .Inner("properties")["groupIds"])
                .Select(groups => (string)((List<object?>)groups!).Single()!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_dashboard_is_json_whose_places_are_filled_in()
    {
        var text = Repository.Read("infra/modules/dashboard.workbook.json");
        using var workbook = JsonDocument.Parse(text);
        var places = text.Split("{{").Skip(1).Select(rest => rest.Split("}}")[0]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["bus", "storage", "workspace"], places);
        var module = Repository.Read("infra/modules/dashboard.bicep");
        Assert.All(places, place => Assert.Contains($"'{{{{{place}}}}}'", module, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_metric_that_is_looked_at_is_measured()
    {
        var text = Repository.Read("infra/modules/dashboard.workbook.json") + Repository.Read("infra/modules/alerts.bicep");
        Assert.Empty(MetricsCheck.Find(text, MetricsCheck.OfCode));
        Assert.Contains("pipeline.message.age", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_alert_says_in_the_documentation_what_to_do()
    {
        var documentation = Repository.Read("docs/deployment.md");
        var alerts = Deploy(Templates.Everything).Resources
            .Where(resource => resource.Type is "Microsoft.Insights/metricAlerts" or "Microsoft.Insights/scheduledQueryRules")
            .Select(alert => alert.Name["alert-".Length..].Replace("-abcdefghijklm", "", StringComparison.Ordinal));
        Assert.All(alerts.Append("budget"), alert => Assert.Contains($"| `{alert}` |", documentation, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_parameter_stands_in_the_documentation()
    {
        var documentation = Repository.Read("docs/deployment.md");
        Assert.All(
            Templates.OfRepository.File("main.bicep").Parameters.Where(parameter => parameter.Name != "currentMonth"),
            parameter => Assert.Contains($"`{parameter.Name}`", documentation, StringComparison.Ordinal));
    }

    [Fact]
    public void What_may_be_chosen_is_what_the_code_knows()
    {
        var types = Templates.OfRepository.File("types.bicep").Types.ToDictionary(type => type.Name, type => type.Value!);
        Assert.Equal(["administrator", "advisor", "quality"], Choices(types["accessKeyType"], "role"));
        var source = Templates.OfRepository.File("main.bicep").Parameters.Single(parameter => parameter.Name == "accessSource");
        Assert.Equal(
            Enum.GetNames<AccessSource>(),
            source.Decorators["allowed"].Named.Single().Named.Select(choice => choice.Literal()));
    }

    internal static IEnumerable<string> Sources() => DeclaredFunctions.With<ServiceBusTriggerAttribute>().Select(function =>
        function.Trigger.QueueName ?? Entities.Subscription(function.Trigger.TopicName!, function.Trigger.SubscriptionName!));

    private static ModuleRun Deploy(string file) => Templates.OfRepository.Deploy(file);

    private static IEnumerable<string> Choices(BicepNode type, string field) => DeclarationCheck.Fields(type)
        .Single(candidate => candidate.Name == field).Node.Named.Last().Named
        .Select(choice => choice.Literal())
        .Order(StringComparer.Ordinal);

    private static int Count(BicepObject account, string list) => (account.GetValueOrDefault(list) as List<object?>)?.Count ?? 0;

    /// <summary>Starts the app as far as its settings go. The platform has put a secret in the place of each reference.</summary>
    private static ServiceProvider Start(BicepObject settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(
                setting.Key.Replace("__", ":", StringComparison.Ordinal),
                BicepText.Of(setting.Value) is var text && text.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal)
                    ? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                    : (string?)text)))
            .AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", "True")])
            .Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddFunctionsApp(configuration).BuildServiceProvider();
    }
}
