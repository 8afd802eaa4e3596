// The secrets of the platforms. Roles alone say who reads them; what is deleted can be had back for three months.

@description('The name of the vault.')
@minLength(3)
@maxLength(24)
param name string

@description('The region.')
param location string

@description('The tags of all resources.')
param tags object

@description('Whether only the private network, and the operators, get in.')
param isPrivate bool

@description('The addresses (CIDR) of the operators.')
@maxLength(50)
param operatorIpRanges string[]

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate && empty(operatorIpRanges) ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      bypass: 'None'
      ipRules: [for range in operatorIpRanges: { value: range }]
    }
  }
}

@description('The resource id.')
output id string = vault.id

@description('The name.')
output name string = vault.name
