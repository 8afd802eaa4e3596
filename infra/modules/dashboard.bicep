// The dashboard: a workbook of Azure Monitor over the logs, the bus and the tables. Its text is dashboard.workbook.json.

@description('Makes the names unique.')
@minLength(5)
@maxLength(20)
param suffix string

@description('The region.')
param location string

@description('The tags of all resources.')
param tags object

@description('The resource id of the Log Analytics workspace.')
param workspaceId string

@description('The resource id of the Service Bus namespace.')
param busId string

@description('The resource id of the storage account.')
param storageId string

var text = loadTextContent('dashboard.workbook.json')
var withBus = replace(text, '{{bus}}', busId)
var withStorage = replace(withBus, '{{storage}}', storageId)
var withWorkspace = replace(withStorage, '{{workspace}}', workspaceId)

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid('pipeline-dashboard', suffix)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Conversation pipeline'
    category: 'workbook'
    sourceId: workspaceId
    version: 'Notebook/1.0'
    serializedData: withWorkspace
  }
}

@description('The resource id.')
output id string = workbook.id
