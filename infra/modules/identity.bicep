// The identity of the app. It is user-assigned, so that its roles exist before the app first starts and outlive it.

@description('The name of the identity.')
@minLength(3)
@maxLength(128)
param name string

@description('The region.')
param location string

@description('The tags of all resources.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('The resource id.')
output id string = identity.id

@description('The object id, which roles are assigned to.')
output principalId string = identity.properties.principalId

@description('The client id, by which the app names it.')
output clientId string = identity.properties.clientId
