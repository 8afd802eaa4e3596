// Every part switched on and every field of the lists given: what the tests look at besides the environments that are shipped.
using '../../../infra/main.bicep'

param environmentName = 'every'
param location = 'francecentral'

param alwaysReady = [
  { name: 'http', instanceCount: 1 }
]

param languageEnabled = true
param privateNetwork = true
param operatorIpRanges = ['192.0.2.0/24']

param platforms = [
  {
    platform: 'generic'
    account: 'shop'
    secretNames: ['generic-shop-1', 'generic-shop-2']
    outletAddress: 'https://shop.example.org/callback'
    outletSecretName: 'generic-shop-callback'
    historyAddress: 'https://shop.example.org/history'
    historySecretName: 'generic-shop-history'
  }
  {
    platform: 'generic'
    account: 'kiosk'
    secretNames: ['generic-kiosk-1']
    outletThrough: 'chatwoot/support'
  }
  {
    platform: 'chatwoot'
    account: 'support'
    accountId: '1'
    brand: 'example'
    channel: 'chat'
    languageHint: 'fr'
    secretNames: ['chatwoot-support-1']
    tokenNames: ['chatwoot-support-token']
    outletAddress: 'https://chat.example.org'
    outletSecretName: 'chatwoot-support-api'
    outletUser: 'desk@example.org'
    tagConversations: true
    teams: { billing: '4', technical: '5' }
    agents: { camille: '17' }
    participants: { '99': 'bot' }
    otherParticipants: 'customer'
    publicAddress: 'https://hooks.example.org/api/webhooks/chatwoot/support'
    callsPerMinute: 120
    historyAddress: 'https://chat.example.org'
    historySecretName: 'chatwoot-support-api'
  }
]

param accessSource = 'AzurePlatform'
param accessKeys = [
  {
    name: 'camille'
    role: 'advisor'
    hash: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'
    skills: 'billing,technical'
  }
]
param signInClientId = '00000000-0000-0000-0000-000000000002'
param settings = {
  Sweep__Grace: '00:03:00'
  Drafting__Endpoint: 'https://models.example.org/openai/v1'
  Drafting__Model: 'drafts'
  Drafting__Key: 'from-the-vault'
  Drafting__StructuredOutput: 'true'
  Drafting__Patience: '00:00:08'
  Drafting__MaxTokens: '400'
  Drafting__DraftsPerHour: '500'
  Drafting__Quiet: '00:00:03'
  Drafting__Brands__0: 'example'
  Protection__Settle: '00:03:00'
  Protection__RefreshAfter: '00:00:10'
  Protection__RefuseDays: '400'
  Protection__CompactAtNight: 'true'
  Protection__Retention__0__Brand: 'example'
  Protection__Retention__0__Messages: '365'
  Protection__Retention__0__Index: '365'
  Protection__Retention__0__Scores: '365'
  Protection__Retention__0__Suggestions: '180'
  Protection__Retention__0__Decisions: '365'
  Protection__Retention__0__Originals: '30'
  Protection__Retention__1__Messages: '730'
  Protection__Retention__1__Audit: '1095'
  Protection__Vault__Brands__0: 'example'
  Protection__Vault__Days: '30'
  PersonalData__OrderNumbers__0: 'BX-######'
  PersonalData__ContractNumbers__0: 'CT@@######'
  Suggestions__Channels__sms__MaxLength: '320'
  Suggestions__Channels__chat__Formality: 'Neutral'
  Suggestions__Brands__example__Address: 'Tu'
  Suggestions__Brands__example__Signature: 'L\'équipe {brand}'
  Suggestions__Contacts__PhoneChannels__0: 'app'
  Suggestions__Contacts__Numbers__0__Number: '3976'
  Suggestions__Contacts__Numbers__0__Intents__0: 'outage'
  Suggestions__Contacts__Numbers__1__Number: '776'
  Suggestions__Contacts__Numbers__1__Brand: 'example'
  Suggestions__Contacts__Numbers__1__Prices__fr: '0,38 € la minute'
  Suggestions__Contacts__LinkHosts__example__0: 'help.example.org'
  Suggestions__Gestures__example__refund__Amount: '15'
  Suggestions__Gestures__example__refund__Source: 'rule book, page 3'
}

param alertEmails = ['operations@example.org']
param monthlyBudget = 500
param deployerPrincipalId = '00000000-0000-0000-0000-000000000003'
