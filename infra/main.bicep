// Everything the pipeline runs on, in one resource group. `az deployment sub create` and `azd provision` both deploy this file;
// docs/deployment.md says how.
targetScope = 'subscription'

import { accessKeyType, alwaysReadyType, platformType } from 'types.bicep'

// --- What and where -------------------------------------------------------------------------------------------------------------

@description('Names the environment (dev, prod): part of the name of the resource group and of the hash in the other names.')
@minLength(1)
@maxLength(20)
param environmentName string

@description('The region of everything. Flex Consumption must be offered there.')
@metadata({ azd: { type: 'location' } })
@minLength(1)
@maxLength(40)
param location string

@description('The resource group that is made, or used when it is there already.')
@minLength(1)
@maxLength(90)
param resourceGroupName string = 'rg-pipeline-${environmentName}'

// --- Compute --------------------------------------------------------------------------------------------------------------------

@description('The memory of one instance, in MB. 512 carries the local analyser; 2048 has a whole core.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most instances at once. It bounds the bill, and what the namespace and the tables must bear.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('Instances that are kept warm: a cold start is what an advisor feels. Each costs its memory around the clock.')
@maxLength(20)
param alwaysReady alwaysReadyType[] = []

// --- Data -----------------------------------------------------------------------------------------------------------------------

@description('How often the tables are kept: on three disks (LRS), in three zones (ZRS), or in a second region too (GRS, GZRS).')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

@description('Whether an Azure AI Language account is made, for the second opinion on hard messages. Without it the local analyser does all.')
param languageEnabled bool = false

// --- Network --------------------------------------------------------------------------------------------------------------------

@description('Whether storage, bus, vault and Language are reached over a private network only. Service Bus is Premium then (about 677 USD a month for each messaging unit, July 2026): only Premium has private endpoints. A Standard namespace cannot become Premium in place; choose before the first deployment, or move as docs/deployment.md says.')
param privateNetwork bool = false

@description('The address space of the private network: a /24 or larger.')
@minLength(9)
@maxLength(18)
param networkAddressSpace string = '10.80.0.0/24'

@description('Messaging units of the Premium namespace. Unused while the network is not private.')
@allowed([1, 2, 4, 8, 16])
param premiumMessagingUnits int = 1

@description('Addresses (CIDR) that may still write secrets to the vault while the network is private: those of the operators.')
@maxLength(50)
param operatorIpRanges string[] = []

// --- Who and what the app serves ------------------------------------------------------------------------------------------------

@description('The accounts at chat platforms.')
@maxLength(100)
param platforms platformType[]

@description('Where the role of a caller comes from: keys, or the app roles of users signed in with Microsoft Entra ID.')
@allowed(['Keys', 'AzurePlatform'])
param accessSource string = 'Keys'

@description('The keys that the API takes. Only hashes: they are no secrets.')
@maxLength(200)
param accessKeys accessKeyType[] = []

@description('The client id of the app registration that users sign in to. Needed for accessSource AzurePlatform; with it, built-in authentication is on.')
@maxLength(36)
param signInClientId string = ''

@description('Further settings of the app by their names, such as Sweep__Grace: what stands in no other parameter (docs/deployment.md lists them).')
param settings object = {}

// --- Watching -------------------------------------------------------------------------------------------------------------------

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('The most logs taken in a day, in GB; beyond it none are taken until the next day. -1 for no limit.')
@minValue(-1)
@maxValue(1000)
param logDailyCapGb int = 5

@description('Who is written to when an alert fires.')
@maxLength(20)
param alertEmails string[] = []

@description('How many messages may wait on a queue or topic for a quarter of an hour before somebody is told.')
@minValue(1)
@maxValue(10000000)
param backlogThreshold int = 5000

@description('How old, in minutes, a message may be when it is taken from its queue before somebody is told.')
@minValue(1)
@maxValue(1440)
param messageAgeMinutes int = 5

@description('How many messages of a stage, or webhooks, in a hundred may fail before somebody is told.')
@minValue(1)
@maxValue(100)
param failurePercent int = 5

@description('How many deliveries in a quarter of an hour may be abandoned before somebody is told.')
@minValue(1)
@maxValue(1000000)
param abandonedThreshold int = 50

@description('What a month may cost, in the currency of the subscription; the addresses of alertEmails are told at 80 % and when 100 % is forecast. 0 for no budget.')
@minValue(0)
@maxValue(10000000)
param monthlyBudget int = 0

@description('The first day of the budget, as an earlier deployment gave it out (firstBudgetDay): it cannot be changed. Empty at the first deployment.')
@maxLength(20)
param budgetStart string = ''

@description('The current month; leave it as it is. It only serves the first deployment of the budget.')
@minLength(7)
@maxLength(7)
param currentMonth string = utcNow('yyyy-MM')

// --- Who deploys ----------------------------------------------------------------------------------------------------------------

@description('The object id of who deploys: it may write secrets to the vault then. Empty when somebody else does.')
@maxLength(36)
param deployerPrincipalId string = ''

@description('What that object is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param deployerPrincipalType string = 'User'

// --------------------------------------------------------------------------------------------------------------------------------

var suffix = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName, application: 'conversation-pipeline' }
// As Pipeline.Ports.TableNames has them.
var tableNames = ['Conversations', 'Transcripts', 'Search', 'Phrases', 'Answers', 'AcceptedReplies', 'Advisors', 'Settings', 'Audit', 'Indicators', 'Seals', 'Reviews', 'Questions', 'Protection', 'Originals']

var firstBudgetDay = empty(budgetStart) ? '${currentMonth}-01T00:00:00Z' : budgetStart

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: resourceGroupName
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: 'id-pipeline-${suffix}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'st${suffix}'
    location: location
    tags: tags
    sku: storageSku
    tableNames: tableNames
    isPrivate: privateNetwork
  }
}

module bus 'modules/bus.bicep' = {
  scope: group
  params: {
    name: 'sb-pipeline-${suffix}'
    location: location
    tags: tags
    isPrivate: privateNetwork
    messagingUnits: premiumMessagingUnits
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${suffix}'
    location: location
    tags: tags
    isPrivate: privateNetwork
    operatorIpRanges: operatorIpRanges
  }
}

module language 'modules/language.bicep' = if (languageEnabled) {
  scope: group
  params: {
    name: 'lang-pipeline-${suffix}'
    location: location
    tags: tags
    isPrivate: privateNetwork
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    addressSpace: networkAddressSpace
    storageId: storage.outputs.id
    busId: bus.outputs.id
    vaultId: vault.outputs.id
    languageEnabled: languageEnabled
    languageId: language.?outputs.id ?? ''
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    deployerPrincipalId: deployerPrincipalId
    deployerPrincipalType: deployerPrincipalType
    storageName: storage.outputs.name
    tableNames: tableNames
    busName: bus.outputs.name
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
    languageName: language.?outputs.name ?? ''
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReady: alwaysReady
    storageName: storage.outputs.name
    packageContainer: storage.outputs.packageContainer
    busHost: bus.outputs.host
    vaultName: vault.outputs.name
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    languageEndpoint: language.?outputs.endpoint ?? ''
    subnetId: network.?outputs.appSubnetId ?? ''
    platforms: platforms
    accessSource: accessSource
    accessKeys: accessKeys
    signInClientId: signInClientId
    settings: settings
  }
  // Without its roles the app can read neither its package nor its secrets.
  dependsOn: [roles]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    busId: bus.outputs.id
    workspaceId: monitoring.outputs.workspaceId
    emails: alertEmails
    backlogThreshold: backlogThreshold
    messageAgeMinutes: messageAgeMinutes
    failurePercent: failurePercent
    abandonedThreshold: abandonedThreshold
    monthlyBudget: monthlyBudget
    budgetStart: firstBudgetDay
  }
}

module dashboard 'modules/dashboard.bicep' = {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    busId: bus.outputs.id
    storageId: storage.outputs.id
  }
}

// Names begin with a small letter: Azure Resource Manager changes the others on their way.

@description('The resource group.')
output resourceGroupName string = group.name

@description('The Functions app.')
output functionAppName string = app.outputs.name

@description('The address of the app; webhooks go to /api/webhooks/{platform}/{account} below it.')
output address string = 'https://${app.outputs.hostName}'

@description('The vault with the secrets of the platforms.')
output vaultName string = vault.outputs.name

@description('The namespace of the bus.')
output busName string = bus.outputs.name

@description('The rules of the subscriptions, as topic/subscription/rule: any other one is a remnant.')
output busRules string[] = bus.outputs.rules

@description('The first day of the budget, for the next deployment.')
output firstBudgetDay string = firstBudgetDay

@description('The dashboard, a workbook of Azure Monitor.')
output dashboardId string = dashboard.outputs.id
