// Service Bus, as ConversationFlow.Topology has it: a test compares names, lock times, delivery counts, windows and filters.

@description('The name of the namespace.')
@minLength(6)
@maxLength(50)
param name string

@description('The region.')
param location string

@description('The tags of all resources.')
param tags object

@description('Whether only the private network gets in. The namespace is Premium then.')
param isPrivate bool

@description('Messaging units while the namespace is Premium.')
@allowed([1, 2, 4, 8, 16])
param messagingUnits int

var tier = isPrivate ? 'Premium' : 'Standard'

// A message id is remembered for so long: webhooks and crashes repeat within minutes. It can only be switched on when an entity is made.
var duplicateWindow = 'PT10M'

// A batch must be done within it: the runtime does not renew the locks of batches.
var lockDuration = 'PT1M'

// The pauses between them last half a minute in all; then the message is a dead letter.
var maxDeliveryCount = 10

// As large as a Standard namespace allows: what waits while a stage is down has room.
var maxSizeInMegabytes = 5120

var queues = ['captured', 'drafts', 'outcomes']

var topicName = 'conversations'

// A message passes when one of the filters matches; a filter matches when all of its properties do. Service Bus makes a rule $Default that
// lets everything pass: the first filter takes its name, and so its place.
var subscriptions = [
  {
    name: 'suggest'
    filters: [
      { rule: '$Default', properties: { type: 'scored', kind: 'Message', sender: 'Customer' } }
    ]
  }
  {
    name: 'route'
    filters: [
      { rule: '$Default', properties: { type: 'scored', kind: 'Message', sender: 'Customer' } }
      { rule: 'close', properties: { type: 'scored', kind: 'Close' } }
    ]
  }
  {
    name: 'store'
    filters: [
      { rule: '$Default', properties: { type: 'scored', summary: 'changed' } }
      { rule: 'routed', properties: { type: 'routed', summary: 'changed' } }
    ]
  }
]

// One list of all rules, for a resource can be repeated over one list only.
var rules = flatten(map(
  range(0, length(subscriptions)),
  index =>
    map(subscriptions[index].filters, filter => {
      subscription: index
      name: filter.rule
      properties: filter.properties
    })
))

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: isPrivate ? { name: tier, tier: tier, capacity: messagingUnits } : { name: tier, tier: tier }
  properties: {
    minimumTlsVersion: '1.2'
    disableLocalAuth: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [
  for queueName in queues: {
    parent: namespace
    name: queueName
    properties: {
      lockDuration: lockDuration
      maxDeliveryCount: maxDeliveryCount
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: duplicateWindow
      deadLetteringOnMessageExpiration: true
      requiresSession: false
      maxSizeInMegabytes: maxSizeInMegabytes
    }
  }
]

resource topic 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' = {
  parent: namespace
  name: topicName
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: duplicateWindow
    maxSizeInMegabytes: maxSizeInMegabytes
  }
}

resource subscription 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = [
  for item in subscriptions: {
    parent: topic
    name: item.name
    properties: {
      lockDuration: lockDuration
      maxDeliveryCount: maxDeliveryCount
      deadLetteringOnMessageExpiration: true
      deadLetteringOnFilterEvaluationExceptions: true
      requiresSession: false
    }
  }
]

resource rule 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2024-01-01' = [
  for item in rules: {
    parent: subscription[item.subscription]
    name: item.name
    properties: {
      filterType: 'CorrelationFilter'
      correlationFilter: { properties: item.properties }
    }
  }
]

@description('The resource id.')
output id string = namespace.id

@description('The name.')
output name string = namespace.name

@description('The host name, as clients want it.')
output host string = '${namespace.name}.servicebus.windows.net'

@description('The rules, as topic/subscription/rule.')
output rules string[] = [for item in rules: '${topicName}/${subscriptions[item.subscription].name}/${item.name}']
