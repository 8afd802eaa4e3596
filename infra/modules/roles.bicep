// Every role of the deployment, each on the smallest thing that works. Built-in roles: Microsoft Learn, "Azure built-in roles".

@description('The object id of the identity of the app.')
@minLength(36)
@maxLength(36)
param appPrincipalId string

@description('The object id of who deploys; empty for nobody.')
@maxLength(36)
param deployerPrincipalId string

@description('What that object is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param deployerPrincipalType string

@description('The storage account.')
param storageName string

@description('The tables that the app reads and writes.')
param tableNames string[]

@description('The namespace of Service Bus.')
param busName string

@description('The vault.')
param vaultName string

@description('Application Insights.')
param insightsName string

@description('The Language account; empty for none.')
param languageName string

var role = {
  // Storage Blob Data Owner: the Functions runtime keeps its leases (timers run on one instance) and host ids in containers it makes itself,
  // and reads the package of the app. Microsoft asks for Owner on AzureWebJobsStorage.
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

  // Storage Table Data Contributor: reads and writes rows. On each table, so that none can be made or dropped.
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

  // Azure Service Bus Data Owner. Sender and Receiver would do to send, receive and settle; reading how full queues and subscriptions are
  // takes the right to manage, and two need that: the scaling of the Functions app, and AzureBusStatus (health, and the sweep, which waits
  // while much is on the way). It is the one right wider than the work: it could also make and drop entities.
  busOwner: '090c5cfd-751d-490a-894a-3ce6f1109419'

  // Key Vault Secrets User: reads secrets, for the references in the settings.
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'

  // Key Vault Secrets Officer: writes secrets. For who deploys, never for the app.
  secretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

  // Monitoring Metrics Publisher: sends telemetry.
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'

  // Cognitive Services User: calls the service. It may also list keys, which open nothing here (local authentication is off).
  cognitiveUser: 'a97b65f3-24c7-4388-baec-2e87135dc908'
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource table 'tables' existing = [
      for tableName in tableNames: {
        name: tableName
      }
    ]
  }
}

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: busName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource language 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = if (!empty(languageName)) {
  name: languageName
}

resource appOwnsBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, appPrincipalId, role.blobOwner)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.blobOwner)
  }
}

resource appWritesTable 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (tableName, index) in tableNames: {
    scope: storage::tableService::table[index]
    name: guid(storage.id, tableName, appPrincipalId, role.tableContributor)
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.tableContributor)
    }
  }
]

resource appUsesBus 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: bus
  name: guid(bus.id, appPrincipalId, role.busOwner)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.busOwner)
  }
}

resource appReadsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appPrincipalId, role.secretsUser)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.secretsUser)
  }
}

resource appSendsTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appPrincipalId, role.metricsPublisher)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.metricsPublisher)
  }
}

resource appCallsLanguage 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(languageName)) {
  scope: language
  name: guid(language.id, appPrincipalId, role.cognitiveUser)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.cognitiveUser)
  }
}

resource deployerWritesSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  scope: vault
  name: guid(vault.id, deployerPrincipalId, role.secretsOfficer)
  properties: {
    principalId: deployerPrincipalId
    principalType: deployerPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.secretsOfficer)
  }
}
