namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>A type of resource that the templates may use.</summary>
/// <param name="Name">The type.</param>
/// <param name="ApiVersion">The one version of its API that is used.</param>
/// <param name="Required">What each must have: a path, or a path and its value.</param>
internal sealed record KnownResourceType(string Name, string ApiVersion, params string[] Required);

/// <summary>
/// The types, versions and properties, as the official modules of the repository Azure/bicep-registry-modules (avm/res, read in August
/// 2026) use them, and as the types inside Bicep 0.49.2 (package Azure.Bicep.CommandLine) have them. The values behind equals signs are
/// our own rules: no keys, TLS 1.2, and what the flow needs.
/// </summary>
internal static class KnownResourceTypes
{
    public static IReadOnlyList<KnownResourceType> All { get; } =
    [
        new("Microsoft.Resources/resourceGroups", "2024-03-01", "name", "location", "tags"),
        new("Microsoft.ManagedIdentity/userAssignedIdentities", "2024-11-30", "name", "location"),
        new("Microsoft.OperationalInsights/workspaces", "2025-07-01", "location", "properties.retentionInDays", "properties.features.disableLocalAuth=True"),
        new("Microsoft.Insights/components", "2020-02-02", "location", "kind", "properties.Application_Type", "properties.WorkspaceResourceId", "properties.DisableLocalAuth=True"),
        new(
            "Microsoft.Storage/storageAccounts", "2025-06-01", "location", "sku.name", "kind=StorageV2", "properties.minimumTlsVersion=TLS1_2",
            "properties.allowSharedKeyAccess=False", "properties.allowBlobPublicAccess=False", "properties.supportsHttpsTrafficOnly=True",
            "properties.publicNetworkAccess", "properties.networkAcls.defaultAction"),
        new("Microsoft.Storage/storageAccounts/tableServices", "2025-06-01", "name=default"),
        new("Microsoft.Storage/storageAccounts/tableServices/tables", "2025-06-01", "name"),
        new("Microsoft.Storage/storageAccounts/blobServices", "2025-06-01", "name=default"),
        new("Microsoft.Storage/storageAccounts/blobServices/containers", "2025-06-01", "name", "properties.publicAccess=None"),
        new(
            "Microsoft.ServiceBus/namespaces", "2024-01-01", "location", "sku.name", "sku.tier", "properties.disableLocalAuth=True",
            "properties.minimumTlsVersion=1.2", "properties.publicNetworkAccess"),
        new("Microsoft.ServiceBus/namespaces/queues", "2024-01-01", "properties.lockDuration", "properties.maxDeliveryCount", "properties.requiresDuplicateDetection=True", "properties.deadLetteringOnMessageExpiration=True"),
        new("Microsoft.ServiceBus/namespaces/topics", "2024-01-01", "properties.requiresDuplicateDetection=True"),
        new("Microsoft.ServiceBus/namespaces/topics/subscriptions", "2024-01-01", "properties.lockDuration", "properties.maxDeliveryCount", "properties.deadLetteringOnMessageExpiration=True", "properties.deadLetteringOnFilterEvaluationExceptions=True"),
        new("Microsoft.ServiceBus/namespaces/topics/subscriptions/rules", "2024-01-01", "properties.filterType=CorrelationFilter", "properties.correlationFilter.properties"),
        new(
            "Microsoft.KeyVault/vaults", "2024-11-01", "location", "properties.tenantId", "properties.sku.family=A", "properties.sku.name",
            "properties.enableRbacAuthorization=True", "properties.enablePurgeProtection=True"),
        new("Microsoft.CognitiveServices/accounts", "2025-06-01", "location", "kind=TextAnalytics", "sku.name", "properties.customSubDomainName", "properties.disableLocalAuth=True"),
        new("Microsoft.Authorization/roleAssignments", "2022-04-01", "name", "scope", "properties.principalId", "properties.principalType", "properties.roleDefinitionId"),
        new("Microsoft.Web/serverfarms", "2025-03-01", "location", "sku.name=FC1", "sku.tier=FlexConsumption", "properties.reserved=True"),
        new(
            "Microsoft.Web/sites", "2025-03-01", "location", "kind=functionapp,linux", "identity.type=UserAssigned", "properties.serverFarmId",
            "properties.httpsOnly=True", "properties.keyVaultReferenceIdentity", "properties.siteConfig.minTlsVersion=1.2",
            "properties.functionAppConfig.deployment.storage.type=blobContainer", "properties.functionAppConfig.deployment.storage.value",
            "properties.functionAppConfig.deployment.storage.authentication.type=UserAssignedIdentity",
            "properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId",
            "properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB", "properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount",
            "properties.functionAppConfig.runtime.name=dotnet-isolated", "properties.functionAppConfig.runtime.version=10.0"),
        new("Microsoft.Web/sites/config", "2025-03-01", "name", "properties"),
        new("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "2025-03-01", "name", "properties.allow=False"),
        new("Microsoft.Insights/actionGroups", "2023-01-01", "location=global", "properties.groupShortName", "properties.enabled=True"),
        new(
            "Microsoft.Insights/metricAlerts", "2018-03-01", "location=global", "properties.severity", "properties.enabled=True", "properties.scopes",
            "properties.evaluationFrequency", "properties.windowSize", "properties.criteria.odata.type", "properties.criteria.allOf"),
        new(
            "Microsoft.Insights/scheduledQueryRules", "2023-12-01", "location", "kind=LogAlert", "properties.severity", "properties.enabled=True",
            "properties.scopes", "properties.evaluationFrequency", "properties.windowSize", "properties.criteria.allOf"),
        new("Microsoft.Insights/workbooks", "2023-06-01", "location", "kind=shared", "properties.displayName", "properties.category=workbook", "properties.serializedData"),
        new("Microsoft.Consumption/budgets", "2023-11-01", "properties.category=Cost", "properties.amount", "properties.timeGrain=Monthly", "properties.timePeriod.startDate", "properties.notifications"),
        new("Microsoft.Network/virtualNetworks", "2025-05-01", "location", "properties.addressSpace.addressPrefixes", "properties.subnets"),
        new("Microsoft.Network/virtualNetworks/subnets", "2025-05-01", "name"),
        new("Microsoft.Network/privateDnsZones", "2024-06-01", "location=global", "name"),
        new("Microsoft.Network/privateDnsZones/virtualNetworkLinks", "2024-06-01", "location=global", "properties.virtualNetwork.id", "properties.registrationEnabled=False"),
        new("Microsoft.Network/privateEndpoints", "2025-05-01", "location", "properties.subnet.id", "properties.privateLinkServiceConnections"),
        new("Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "2025-05-01", "properties.privateDnsZoneConfigs"),
    ];
}
