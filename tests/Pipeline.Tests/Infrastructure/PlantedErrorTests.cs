using Pipeline.Ports;
using Pipeline.Tests.Infrastructure.Bicep;
using Pipeline.Tests.Infrastructure.Checks;

namespace Pipeline.Tests.Infrastructure;

/// <summary>The checks find what they are for: an error of each kind, planted in a copy of the real files, is told.</summary>
public sealed class PlantedErrorTests
{
    private const string Everything = Templates.Everything;

    public PlantedErrorTests() => Assert.SkipWhen(BicepParser.Absence is not null, BicepParser.Absence ?? "");

    [Theory]
    [InlineData("modules/vault.bicep", "    tenantId: tenant().tenantId", "    tenantId = tenant().tenantId", "this is no Bicep")]
    [InlineData("dev.bicepparam", "param logDailyCapGb = 1", "param logDailyCapGb = ", "this is no Bicep")]
    public void What_is_no_bicep(string file, string text, string replacement, string told) =>
        Told(SyntaxCheck.Find(Planted(file, text, replacement)), told);

    [Theory]
    [InlineData("main.bicep", "    sku: storageSku\n", "    sku: 'Standard_LRS'\n", "main.bicep: storageSku is not used")]
    [InlineData("modules/dashboard.bicep", "serializedData: withWorkspace", "serializedData: text", "withWorkspace is not used")]
    [InlineData("main.bicep", "@description('The accounts at chat platforms.')\n", "", "platforms has no description")]
    [InlineData("main.bicep", "@description('The namespace of the bus.')\n", "", "busName has no description")]
    [InlineData("types.bicep", "  @description('How many instances.')\n", "", "instanceCount has no description")]
    [InlineData("main.bicep", "@minValue(40)\n@maxValue(1000)\n", "@minValue(40)\n", "maximumInstanceCount is not bounded")]
    [InlineData("main.bicep", "@maxLength(100)\nparam platforms", "param platforms", "platforms is not bounded")]
    [InlineData("main.bicep", "import { accessKeyType, alwaysReadyType, platformType }", "import { accessKeyTypes, alwaysReadyType, platformType }", "exports no accessKeyTypes")]
    public void A_careless_declaration(string file, string text, string replacement, string told) =>
        Told(DeclarationCheck.Find(Planted(file, text, replacement)), told);

    [Theory]
    [InlineData("main.bicep", "'modules/vault.bicep'", "'modules/vaults.bicep'", "there is no modules/vaults.bicep")]
    [InlineData("main.bicep", "    dailyCapGb: logDailyCapGb\n", "    dailyCapGB: logDailyCapGb\n", "has no parameter dailyCapGB")]
    [InlineData("main.bicep", "    dailyCapGb: logDailyCapGb\n", "", "needs the parameter dailyCapGb")]
    [InlineData("main.bicep", "busHost: bus.outputs.host", "busHost: bus.outputs.hostName", "has no output hostName")]
    [InlineData("main.bicep", "language.?outputs.endpoint", "language.?outputs.address", "has no output address")]
    public void A_module_that_is_called_wrongly(string file, string text, string replacement, string told) =>
        Told(ModuleCheck.Find(Planted(file, text, replacement)), told);

    [Theory]
    [InlineData("param instanceMemoryMB = 512", "param instanceMemoryMB = 1024", "1024 is outside of @allowed")]
    [InlineData("param maximumInstanceCount = 40", "param maximumInstanceCount = 10", "10 is outside of @minValue")]
    [InlineData("param environmentName = 'dev'", "param environmentName = 'development-environment'", "is outside of @maxLength")]
    [InlineData("param logDailyCapGb = 1", "param logDailyCapGb = '1'", "is no int")]
    [InlineData("param logDailyCapGb = 1", "param logDailyCap = 1", "has no parameter logDailyCap")]
    [InlineData("secretNames: [", "secretName: [", "there is no field secretName")]
    [InlineData("platform: 'generic', account: 'smoke',", "platform: 'generic',", "account: null is no string")]
    public void A_parameter_out_of_its_bounds(string text, string replacement, string told) =>
        Told(ParameterCheck.Find(Planted("dev.bicepparam", text, replacement), "dev.bicepparam"), told);

    [Theory]
    [InlineData("modules/vault.bicep", "vaults@2024-11-01", "vaults@2024-11-31", "is used at 2024-11-01, and not at 2024-11-31")]
    [InlineData("modules/vault.bicep", "Microsoft.KeyVault/vaults@", "Microsoft.KeyVaults/vaults@", "the type Microsoft.KeyVaults/vaults is not known")]
    [InlineData("modules/roles.bicep", "Microsoft.KeyVault/vaults@2024-11-01", "Microsoft.KeyVault/vaults@2023-07-01", "is used at 2024-11-01")]
    [InlineData("modules/storage.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true", "has no properties.allowSharedKeyAccess=False")]
    [InlineData("modules/storage.bicep", "    minimumTlsVersion: 'TLS1_2'\n", "", "has no properties.minimumTlsVersion=TLS1_2")]
    [InlineData("modules/bus.bicep", "    disableLocalAuth: true\n", "", "has no properties.disableLocalAuth=True")]
    [InlineData("modules/app.bicep", "        version: '10.0'\n", "", "has no properties.functionAppConfig.runtime.version=10.0")]
    [InlineData("modules/app.bicep", "    keyVaultReferenceIdentity: identityId\n", "", "has no properties.keyVaultReferenceIdentity")]
    [InlineData("modules/app.bicep", "authentication: {\n            type: 'UserAssignedIdentity'", "authentication: {\n            type: 'StorageAccountConnectionString'", "authentication.type=UserAssignedIdentity")]
    public void A_resource_that_is_not_as_it_must_be(string file, string text, string replacement, string told) =>
        Told(ResourceTypeCheck.Find(Planted(file, text, replacement).Deploy(Everything)), told);

    [Theory]
    [InlineData("blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'", "blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955c'", "0f276bb0955c is not known")]
    [InlineData("  scope: storage::tableService::table[index]\n", "  scope: storage\n", "Storage Table Data Contributor is assigned on")]
    [InlineData("  // Monitoring Metrics Publisher: sends telemetry.\n", "", "Monitoring Metrics Publisher is not named")]
    public void A_role_that_is_wrong(string text, string replacement, string told)
    {
        var planted = Planted("modules/roles.bicep", text, replacement);
        Told(RoleCheck.Find(planted, planted.Deploy(Everything)), told);
    }

    [Theory]
    [InlineData("ServiceBus__fullyQualifiedNamespace: busHost", "ServiceBus__fullyQualifiedNameSpace: busHost", "ServiceBus__fullyQualifiedNameSpace is set, and nobody reads it")]
    [InlineData("__OutletAddress'", "__OutletUrl'", "OutletUrl is set, and nobody reads it")]
    [InlineData("  AzureWebJobsStorage__credential: 'managedidentity'\n", "  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'\n", "Flex Consumption refuses FUNCTIONS_WORKER_RUNTIME")]
    public void A_setting_that_nobody_reads(string text, string replacement, string told) =>
        Told(SettingsCheck.Unread(Planted("modules/app.bicep", text, replacement).Deploy(Everything), SettingsOfCode.All), told);

    [Fact]
    public void A_misspelt_setting_of_a_parameter_file() => Told(
        SettingsCheck.Unread(Planted(Everything, "Sweep__Grace:", "Sweep__Grase:").Deploy(Everything), SettingsOfCode.All),
        "Sweep__Grase is set, and nobody reads it");

    [Theory]
    [InlineData("  Tables__serviceUri: 'https://${storageName}.table.${environment().suffixes.storage}/'\n", "Tables__serviceUri is read, and never set")]
    [InlineData("    'Access__Keys__${index}__Hash': key.hash\n", "Access__Keys__*__Hash is read, and never set")]
    [InlineData("  AzureWebJobsStorage__accountName: storageName\n", "AzureWebJobsStorage__accountName is needed, and never set")]
    public void A_setting_that_is_missing(string text, string told) =>
        Told(SettingsCheck.Unset(Planted("modules/app.bicep", text, "").Deploy(Everything), SettingsOfCode.All), told);

    [Fact]
    public void A_setting_that_the_code_reads_anew() => Told(
        SettingsCheck.Unset(
            Templates.OfRepository.Deploy(Everything), [.. SettingsOfCode.All, new("Platforms__Accounts__*__Region", HasDefault: false)]),
        "Platforms__Accounts__*__Region is read, and never set");

    [Theory]
    [InlineData("['captured', 'drafts', 'outcomes']", "['captured', 'drafts', 'outcome']", "The queue outcomes is not declared")]
    [InlineData("['captured', 'drafts', 'outcomes']", "['captured', 'drafts', 'outcome']", "The code knows no queue outcome")]
    [InlineData("['captured', 'drafts', 'outcomes']", "['captured', 'drafts']", "A trigger listens to outcomes, which is not declared")]
    [InlineData("var topicName = 'conversations'", "var topicName = 'conversation'", "The topic conversations is not declared")]
    [InlineData("    name: 'route'\n", "    name: 'routing'\n", "The subscription conversations/route is not declared")]
    [InlineData("var lockDuration = 'PT1M'", "var lockDuration = 'PT5M'", "locks for 00:05:00, and the code expects 00:01:00")]
    [InlineData("var maxDeliveryCount = 10", "var maxDeliveryCount = 5", "delivers 5 times, and the code expects 10")]
    [InlineData("var duplicateWindow = 'PT10M'", "var duplicateWindow = 'PT1M'", "does not remember ids for 00:10:00")]
    [InlineData("requiresDuplicateDetection: true\n      duplicateDetectionHistoryTimeWindow: duplicateWindow\n      dead", "requiresDuplicateDetection: false\n      duplicateDetectionHistoryTimeWindow: duplicateWindow\n      dead", "does not remember ids")]
    [InlineData("kind: 'Close'", "kind: 'Closed'", "conversations/route lets")]
    [InlineData("      { rule: 'routed', properties: { type: 'routed', summary: 'changed' } }\n", "", "conversations/store lets")]
    [InlineData("{ rule: '$Default', properties: { type: 'scored', summary", "{ rule: 'changed', properties: { type: 'scored', summary", "conversations/store has no rule $Default")]
    public void A_bus_that_is_not_the_one_of_the_flow(string text, string replacement, string told) => Told(
        BusCheck.Find(
            Planted("modules/bus.bicep", text, replacement).Deploy(Everything).Resources, ConversationFlow.Topology, InfrastructureTests.Sources()),
        told);

    [Fact]
    public void A_flow_that_has_moved_on()
    {
        var flow = ConversationFlow.Topology;
        var topic = Assert.Single(flow.Topics);
        var moved = flow with
        {
            Queues = [.. flow.Queues, new("audited", TimeSpan.FromMinutes(1), 10, TimeSpan.FromMinutes(10))],
            Topics =
            [
                topic with
                {
                    Subscriptions =
                    [
                        .. topic.Subscriptions.Skip(1),
                        topic.Subscriptions[0] with { Filters = [new(new Dictionary<string, string> { ["type"] = "scored" })] },
                    ],
                },
            ],
        };
        var findings = BusCheck.Find(Templates.OfRepository.Deploy(Everything).Resources, moved, ["audited"]).ToList();
        Told(findings, "The queue audited is not declared");
        Told(findings, "A trigger listens to audited");
        Told(findings, "conversations/suggest lets kind=Message and sender=Customer and type=scored pass, and the code expects type=scored");
    }

    [Theory]
    [InlineData("'Settings', 'Audit',", "'Settings', 'Audits',", "The table Audit is not declared")]
    [InlineData("'Settings', 'Audit',", "'Settings', 'Audits',", "The code knows no table Audits")]
    [InlineData("tableNames: tableNames\n    busName", "tableNames: take(tableNames, 5)\n    busName", "The app may not write the table Audit")]
    public void Tables_that_are_not_those_of_the_code(string text, string replacement, string told) =>
        Told(TableCheck.Find(Planted("main.bicep", text, replacement).Deploy(Everything).Resources, TableNames.All), told);

    [Theory]
    [InlineData("prod.bicepparam", "'function:Score'", "'function:Scores'", "function:Scores is kept warm, and there is no such function")]
    [InlineData(Everything, "param signInClientId = '00000000-0000-0000-0000-000000000002'", "param signInClientId = ''", "built-in authentication is off")]
    public void An_app_that_is_put_together_wrongly(string file, string text, string replacement, string told) =>
        Told(AppCheck.Find(Planted(file, text, replacement).Deploy(file)), told);

    [Fact]
    public void A_metric_that_nobody_measures() => Told(
        MetricsCheck.Find("AppMetrics | where Name == \"pipeline.messages.age\"", MetricsCheck.OfCode),
        "pipeline.messages.age is looked at, and nobody measures it");

    private static Templates Planted(string file, string text, string replacement) => Templates.OfRepository.With(file, text, replacement);

    private static void Told(IEnumerable<string> findings, string told) =>
        Assert.Contains(findings, finding => finding.Contains(told, StringComparison.Ordinal));
}
