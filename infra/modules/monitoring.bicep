// Logs and traces. Nobody gets in with a key: the app writes with its identity (Monitoring Metrics Publisher).

@description('Makes the names unique.')
@minLength(5)
@maxLength(20)
param suffix string

@description('The region.')
param location string

@description('The tags of all resources.')
param tags object

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('The most logs taken in a day, in GB; -1 for no limit.')
@minValue(-1)
@maxValue(1000)
param dailyCapGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-pipeline-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-pipeline-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

@description('The resource id of the workspace.')
output workspaceId string = workspace.id

@description('The name of Application Insights.')
output insightsName string = insights.name

@description('Where telemetry is sent. It holds no key that lets anybody in: local authentication is off.')
output insightsConnectionString string = insights.properties.ConnectionString
