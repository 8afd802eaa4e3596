// The private network: the app reaches out from one subnet, storage, bus, vault and Language are in the other.

@description('Makes the names unique.')
@minLength(5)
@maxLength(20)
param suffix string

@description('The region.')
param location string

@description('The tags of all resources.')
param tags object

@description('The address space: a /24 or larger.')
@minLength(9)
@maxLength(18)
param addressSpace string

@description('The resource id of the storage account.')
param storageId string

@description('The resource id of the Service Bus namespace.')
param busId string

@description('The resource id of the vault.')
param vaultId string

@description('Whether there is a Language account.')
param languageEnabled bool

@description('The resource id of the Language account; empty for none.')
param languageId string

var endpoints = concat(
  [
    { name: 'blob', target: storageId, group: 'blob', zone: 'privatelink.blob.${environment().suffixes.storage}' }
    { name: 'table', target: storageId, group: 'table', zone: 'privatelink.table.${environment().suffixes.storage}' }
    { name: 'bus', target: busId, group: 'namespace', zone: 'privatelink.servicebus.windows.net' }
    { name: 'vault', target: vaultId, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
  ],
  languageEnabled
    ? [{ name: 'language', target: languageId, group: 'account', zone: 'privatelink.cognitiveservices.azure.com' }]
    : []
)

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-pipeline-${suffix}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressSpace] }
    subnets: [
      {
        // No underscore in the name: Flex Consumption refuses it.
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 26, 0)
          delegations: [
            {
              name: 'flex-consumption'
              properties: { serviceName: 'Microsoft.App/environments' }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 26, 1)
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }

  resource appSubnet 'subnets' existing = {
    name: 'app'
  }

  resource endpointSubnet 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for endpoint in endpoints: {
    name: endpoint.zone
    location: 'global'
    tags: tags
  }
]

resource zoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (endpoint, index) in endpoints: {
    parent: zone[index]
    name: 'link-${endpoint.name}'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

resource privateEndpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = [
  for endpoint in endpoints: {
    name: 'pe-${endpoint.name}-${suffix}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::endpointSubnet.id }
      privateLinkServiceConnections: [
        {
          name: endpoint.name
          properties: {
            privateLinkServiceId: endpoint.target
            groupIds: [endpoint.group]
          }
        }
      ]
    }
  }
]

resource zoneGroup 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = [
  for (endpoint, index) in endpoints: {
    parent: privateEndpoint[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.name
          properties: { privateDnsZoneId: zone[index].id }
        }
      ]
    }
  }
]

@description('The subnet that the app reaches out from.')
output appSubnetId string = network::appSubnet.id
