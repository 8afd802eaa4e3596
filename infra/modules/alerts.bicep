// What somebody is told of. docs/deployment.md says for each what to do.

@description('Makes the names unique.')
@minLength(5)
@maxLength(20)
param suffix string

@description('The region.')
param location string

@description('The tags of all resources.')
param tags object

@description('The resource id of the Service Bus namespace.')
param busId string

@description('The resource id of the Log Analytics workspace.')
param workspaceId string

@description('Who is written to.')
@maxLength(20)
param emails string[]

@description('How many messages may wait for a quarter of an hour.')
@minValue(1)
param backlogThreshold int

@description('How old a message may be when it is taken, in minutes.')
@minValue(1)
@maxValue(1440)
param messageAgeMinutes int

@description('How many messages of a stage, or webhooks, in a hundred may fail.')
@minValue(1)
@maxValue(100)
param failurePercent int

@description('How many deliveries in a quarter of an hour may be abandoned.')
@minValue(1)
param abandonedThreshold int

@description('What a month may cost; 0 for no budget.')
@minValue(0)
param monthlyBudget int

@description('The first day of the budget.')
param budgetStart string

// Metrics of Microsoft.ServiceBus/namespaces. Service Bus tells them by queue or topic, not by subscription.
var busAlerts = [
  {
    name: 'dead-letters'
    severity: 2
    metric: 'DeadletteredMessages'
    aggregation: 'Maximum'
    threshold: 0
    splitByEntity: true
    description: 'Messages were given up and lie in a dead-letter queue. List them with their reasons: deadletters list.'
  }
  {
    name: 'backlog'
    severity: 2
    metric: 'ActiveMessages'
    aggregation: 'Average'
    threshold: backlogThreshold
    splitByEntity: true
    description: 'Messages come faster than they are handled.'
  }
  {
    name: 'abandoned'
    severity: 3
    metric: 'AbandonMessage'
    aggregation: 'Total'
    threshold: abandonedThreshold
    splitByEntity: true
    description: 'Deliveries fail and are tried again. After ten of them a message is a dead letter.'
  }
  {
    name: 'throttled'
    severity: 2
    metric: 'ThrottledRequests'
    aggregation: 'Total'
    threshold: 0
    splitByEntity: false
    description: 'The namespace is at its limit (Standard: 1,000 credits a second) and makes callers wait.'
  }
]

// The app's own metrics (PipelineTelemetry), which it sends to the table AppMetrics. A test compares their names.
var queryAlerts = [
  {
    name: 'message-age'
    severity: 2
    description: 'Messages wait too long before they are taken from their queue.'
    query: '''
AppMetrics
| where Name == "pipeline.message.age"
| summarize Value = max(Max) / 60.0
'''
    threshold: messageAgeMinutes
  }
  {
    name: 'failures'
    severity: 2
    description: 'Stages fail, or webhooks are answered 5xx.'
    query: '''
let stages = AppMetrics
| where Name == "pipeline.stage.messages"
| extend Outcome = tostring(Properties.outcome)
| summarize Failed = sumif(Sum, Outcome == "failed"), All = sum(Sum) by Part = tostring(Properties.stage);
let answers = AppMetrics
| where Name in ("pipeline.http.problems", "pipeline.webhook.accepted")
| extend IsFailure = Name == "pipeline.http.problems" and toint(Properties.status) >= 500
| extend IsOurs = IsFailure or Name == "pipeline.webhook.accepted"
| summarize Failed = sumif(Sum, IsFailure), All = sumif(Sum, IsOurs) by Part = "webhooks";
union stages, answers
| where All >= 20
| summarize Value = max(100.0 * Failed / All)
'''
    threshold: failurePercent
  }
]

resource recipients 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: 'ag-pipeline-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'pipeline'
    enabled: true
    emailReceivers: [
      for (email, index) in emails: {
        name: 'email-${index}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource busAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in busAlerts: {
    name: 'alert-${alert.name}-${suffix}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [busId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: 'Microsoft.ServiceBus/namespaces'
            metricName: alert.metric
            timeAggregation: alert.aggregation
            operator: 'GreaterThan'
            threshold: alert.threshold
            dimensions: alert.splitByEntity ? [{ name: 'EntityName', operator: 'Include', values: ['*'] }] : []
          }
        ]
      }
      actions: empty(emails) ? [] : [{ actionGroupId: recipients.id }]
    }
  }
]

resource queryAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in queryAlerts: {
    name: 'alert-${alert.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Pipeline: ${alert.name}'
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      skipQueryValidation: true // the tables are there once the first telemetry is
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'Value'
            operator: 'GreaterThan'
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(emails) ? [] : [recipients.id] }
    }
  }
]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = if (monthlyBudget > 0 && !empty(emails)) {
  name: 'budget-pipeline-${suffix}'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetStart }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
      }
    }
  }
}
