// What azd deploys with: its environment gives the values (azd env set NAME VALUE).
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'francecentral')

param instanceMemoryMB = 512
param maximumInstanceCount = 40

// The account that the smoke test writes to.
param platforms = [
  { platform: 'generic', account: 'smoke', secretNames: ['generic-smoke-1'] }
]

param alertEmails = empty(readEnvironmentVariable('ALERT_EMAIL', ''))
  ? []
  : [readEnvironmentVariable('ALERT_EMAIL', '')]
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '0'))
param budgetStart = readEnvironmentVariable('firstBudgetDay', '')

param deployerPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
