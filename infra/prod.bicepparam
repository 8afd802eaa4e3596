// The environment that serves people. infra/deploy.sh --environment prod
using './main.bicep'

param environmentName = 'prod'
param location = 'francecentral'

param instanceMemoryMB = 2048
param maximumInstanceCount = 100

// Nobody waits for a cold start: a platform with its webhook, an advisor with the reply or the assignment.
param alwaysReady = [
  { name: 'http', instanceCount: 1 }
  { name: 'function:Score', instanceCount: 1 }
  { name: 'function:Suggest', instanceCount: 1 }
  { name: 'function:Route', instanceCount: 1 }
]

param storageSku = 'Standard_ZRS'

param platforms = [
  // The account that the smoke test writes to.
  { platform: 'generic', account: 'smoke', secretNames: ['generic-smoke-1'] }
  // A Chatwoot account, with its outlet and its history:
  // {
  //   platform: 'chatwoot'
  //   account: 'support'
  //   accountId: '1'
  //   brand: 'example'
  //   languageHint: 'fr'
  //   secretNames: ['chatwoot-support-1']
  //   outletAddress: 'https://chat.example.org'
  //   outletSecretName: 'chatwoot-support-api'
  //   historyAddress: 'https://chat.example.org'
  //   historySecretName: 'chatwoot-support-api'
  // }
]

// In one conversation of twenty nothing is suggested, so that what suggestions bring is measured and not supposed.
param settings = {
  Suggestions__Speaking__HoldOut: '0.05'
}

param logRetentionDays = 90
param logDailyCapGb = 20

// Nobody is told of anything without an address.
param alertEmails = []
param monthlyBudget = 500
