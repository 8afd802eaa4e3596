// Azure AI Language, for the second opinion on hard messages. Only Entra identities get in, which needs a subdomain of its own.

@description('The name of the account, and its subdomain.')
@minLength(2)
@maxLength(64)
param name string

@description('The region.')
param location string

@description('The tags of all resources.')
param tags object

@description('Whether only the private network gets in.')
param isPrivate bool

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: { name: 'S' }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }
}

@description('The resource id.')
output id string = account.id

@description('The name.')
output name string = account.name

@description('Where it answers.')
output endpoint string = 'https://${account.name}.cognitiveservices.azure.com/'
