// The Functions app on Flex Consumption. A test runs the code's own reading of settings over the ones made here.

import { accessKeyType, alwaysReadyType, platformType } from '../types.bicep'

@description('Makes the names unique.')
@minLength(5)
@maxLength(20)
param suffix string

@description('The region.')
param location string

@description('The tags of all resources.')
param tags object

@description('The resource id of the identity of the app.')
param identityId string

@description('The client id of that identity.')
param identityClientId string

@description('The memory of one instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('The most instances at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances that are kept warm.')
param alwaysReady alwaysReadyType[]

@description('The storage account.')
param storageName string

@description('The container of the package.')
param packageContainer string

@description('The host name of Service Bus.')
param busHost string

@description('The vault with the secrets.')
param vaultName string

@description('Where telemetry goes.')
param insightsConnectionString string

@description('Where Azure AI Language answers; empty for the local analyser alone.')
param languageEndpoint string

@description('The subnet that the app reaches out from; empty for none.')
param subnetId string

@description('The accounts at chat platforms.')
param platforms platformType[]

@description('Where the role of a caller comes from.')
@allowed(['Keys', 'AzurePlatform'])
param accessSource string

@description('The keys that the API takes.')
param accessKeys accessKeyType[]

@description('The client id of the app registration that users sign in to; empty for no sign-in.')
@maxLength(36)
param signInClientId string

@description('Further settings by their names.')
param settings object

// A reference that the platform replaces with the secret, within a day of its change or at once when it is told to.
var secretBefore = '@Microsoft.KeyVault(VaultName=${vaultName};SecretName='
var secretAfter = ')'

// The key of the hash under which a customer's conversations are found. Made once, never changed.
var customerHashSecret = 'customer-hash-key'

// The key from which the numbers of placeholders come.
var placeholderSecret = 'placeholder-key'

// The key of the vault of texts before masking.
var originalsSecret = 'originals-key'

// Flex Consumption takes the runtime and its version from functionAppConfig; FUNCTIONS_WORKER_RUNTIME, FUNCTIONS_EXTENSION_VERSION and
// WEBSITE_RUN_FROM_PACKAGE must not be set.
var hostSettings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // A twentieth of the traces, and metrics every five minutes: logs are billed by the byte (docs/cost.md).
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
  OTEL_TRACES_SAMPLER_ARG: '0.05'
  OTEL_METRIC_EXPORT_INTERVAL: '300000'
}

var serviceSettings = {
  // Which identity DefaultAzureCredential uses.
  AZURE_CLIENT_ID: identityClientId
  // The clients of the code read the first, the triggers all three.
  ServiceBus__fullyQualifiedNamespace: busHost
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: identityClientId
  Tables__serviceUri: 'https://${storageName}.table.${environment().suffixes.storage}/'
  Transcripts__CustomerHashKey: '${secretBefore}${customerHashSecret}${secretAfter}'
  // The same secret does: it never changes either.
  Transcripts__SealKey: '${secretBefore}${customerHashSecret}${secretAfter}'
  PersonalData__PlaceholderKey: '${secretBefore}${placeholderSecret}${secretAfter}'
  // The same secret does: what is hashed with it begins with another word.
  Suggestions__Replies__HashKey: '${secretBefore}${placeholderSecret}${secretAfter}'
  // It must never change either, or what was erased could come back.
  Protection__HashKey: '${secretBefore}${customerHashSecret}${secretAfter}'
  // Encrypts texts before masking, for brands that ask for them (the parameter settings: Protection__Vault__Brands__0); unused without any.
  Protection__Vault__Key: '${secretBefore}${originalsSecret}${secretAfter}'
  Access__Source: accessSource
}

var languageSettings = empty(languageEndpoint) ? {} : { Language__Endpoint: languageEndpoint }

var platformSettings = [
  for (account, index) in platforms: union(
    {
      'Platforms__Accounts__${index}__Platform': account.platform
      'Platforms__Accounts__${index}__Account': account.account
      'Platforms__Accounts__${index}__Brand': account.?brand ?? 'default'
      'Platforms__Accounts__${index}__Channel': account.?channel ?? 'web'
    },
    empty(account.?accountId) ? {} : { 'Platforms__Accounts__${index}__AccountId': account.?accountId },
    empty(account.?languageHint) ? {} : { 'Platforms__Accounts__${index}__LanguageHint': account.?languageHint },
    empty(account.?outletAddress) ? {} : { 'Platforms__Accounts__${index}__OutletAddress': account.?outletAddress },
    empty(account.?outletSecretName)
      ? {}
      : { 'Platforms__Accounts__${index}__OutletSecret': '${secretBefore}${account.?outletSecretName}${secretAfter}' },
    empty(account.?outletUser) ? {} : { 'Platforms__Accounts__${index}__OutletUser': account.?outletUser },
    empty(account.?outletThrough) ? {} : { 'Platforms__Accounts__${index}__OutletThrough': account.?outletThrough },
    account.?tagConversations == true ? { 'Platforms__Accounts__${index}__TagConversations': 'true' } : {},
    empty(account.?otherParticipants)
      ? {}
      : { 'Platforms__Accounts__${index}__OtherParticipants': account.?otherParticipants },
    empty(account.?publicAddress) ? {} : { 'Platforms__Accounts__${index}__PublicAddress': account.?publicAddress },
    account.?callsPerMinute == null
      ? {}
      : { 'Platforms__Accounts__${index}__CallsPerMinute': '${account.?callsPerMinute}' },
    toObject(
      items(account.?teams ?? {}),
      team => 'Platforms__Accounts__${index}__Teams__${team.key}',
      team => (team.value)
    ),
    toObject(
      items(account.?agents ?? {}),
      agent => 'Platforms__Accounts__${index}__Agents__${agent.key}',
      agent => (agent.value)
    ),
    toObject(
      items(account.?participants ?? {}),
      person => 'Platforms__Accounts__${index}__Participants__${person.key}',
      person => (person.value)
    ),
    empty(account.?historyAddress) ? {} : { 'Platforms__Accounts__${index}__HistoryAddress': account.?historyAddress },
    empty(account.?historySecretName)
      ? {}
      : { 'Platforms__Accounts__${index}__HistorySecret': '${secretBefore}${account.?historySecretName}${secretAfter}' },
    toObject(
      range(0, length(account.?secretNames ?? [])),
      number => 'Platforms__Accounts__${index}__Secrets__${number}',
      number => '${secretBefore}${account.?secretNames[number]}${secretAfter}'
    ),
    toObject(
      range(0, length(account.?tokenNames ?? [])),
      number => 'Platforms__Accounts__${index}__Tokens__${number}',
      number => '${secretBefore}${account.?tokenNames[number]}${secretAfter}'
    )
  )
]

var accessSettings = [
  for (key, index) in accessKeys: {
    'Access__Keys__${index}__Name': key.name
    'Access__Keys__${index}__Role': key.role
    'Access__Keys__${index}__Hash': key.hash
    'Access__Keys__${index}__Skills': key.?skills ?? ''
  }
]

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-pipeline-${suffix}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-pipeline-${suffix}'
  location: location
  // How azd finds where the service of azure.yaml goes.
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled' // platforms send their webhooks from the internet
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      alwaysOn: false
      minTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }

  // Replaces all settings: what a later version no longer sets is gone.
  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(
      settings,
      reduce(platformSettings, {}, (all, next) => union(all, next)),
      reduce(accessSettings, {}, (all, next) => union(all, next)),
      languageSettings,
      serviceSettings,
      hostSettings
    )
  }

  // Users sign in at /.auth/login/aad; whoever has not goes on anonymously, for webhooks prove themselves and the app refuses the rest.
  resource signIn 'config' = if (!empty(signInClientId)) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: {
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous'
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClientId
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: {
            allowedAudiences: [signInClientId, 'api://${signInClientId}']
          }
        }
      }
      login: { tokenStore: { enabled: false } }
    }
  }

  // Packages come with the identity of who deploys, never with a user name and a password.
  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

@description('The name of the app.')
output name string = site.name

@description('The host name of the app.')
output hostName string = site.properties.defaultHostName
