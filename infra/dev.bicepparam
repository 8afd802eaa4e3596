// A small environment to try things in. infra/deploy.sh --environment dev
using './main.bicep'

param environmentName = 'dev'
param location = 'francecentral'

param instanceMemoryMB = 512
param maximumInstanceCount = 40

// The account that the smoke test writes to.
param platforms = [
  { platform: 'generic', account: 'smoke', secretNames: ['generic-smoke-1'] }
]

param logDailyCapGb = 1
