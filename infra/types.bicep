// The shapes of the parameters that are lists. They mirror the options that the code reads (Pipeline.Capture.PlatformAccount,
// Pipeline.Web.Access.AccessKeyOptions); a test compares them.

@export()
@description('One account at a chat platform. Secrets are named here and kept in the Key Vault.')
type platformType = {
  @description('The platform, as docs/platforms.md lists them. The app checks it when it starts, so that a new one changes nothing here.')
  @minLength(1)
  platform: string

  @description('Names the account in the address of its webhook and in the keys of its conversations.')
  @minLength(1)
  @maxLength(64)
  account: string

  @description('The id of the account at the platform, where its API wants one (Chatwoot: the number after /accounts/).')
  accountId: string?

  @description('Names of the Key Vault secrets a webhook may be signed with: two while one is rotated.')
  @maxLength(4)
  secretNames: string[]?

  @description('Names of the Key Vault secrets of which one must stand in the address of the webhook, for a platform that does not sign.')
  @maxLength(4)
  tokenNames: string[]?

  @description('The brand of conversations that do not name one.')
  brand: string?

  @description('The channel of conversations that do not name one.')
  channel: string?

  @description('The language of customers when nothing else tells.')
  languageHint: ('fr' | 'en')?

  @description('Where outcomes go: the address of the platform\'s API, or the callback of the generic platform.')
  outletAddress: string?

  @description('Name of the Key Vault secret with the token of that API, or that signs the callback.')
  outletSecretName: string?

  @description('The part of the access to that API that is no secret, where it wants one: an e-mail address, the id of a key.')
  outletUser: string?

  @description('Another account through which outcomes go, as slack/desk, for a platform that has no side for advisors.')
  outletThrough: string?

  @description('Whether conversations at the platform get tags: the skill, hard and urgent.')
  tagConversations: bool?

  @description('The team of each skill at the platform, by our name of the skill. Names of settings take letters, digits, dots and underscores.')
  teams: object?

  @description('The id of each advisor at the platform, by our id.')
  agents: object?

  @description('What people are whom the events give no role, by the id at the platform: customer, advisor, bot, system.')
  participants: object?

  @description('What everybody else is.')
  otherParticipants: ('customer' | 'advisor' | 'bot' | 'system' | 'unknown')?

  @description('The address of the webhook as the platform knows it, for platforms that sign it.')
  publicAddress: string?

  @description('The most calls a minute to the APIs of the account. Without it, what the platform commonly allows.')
  @minValue(1)
  @maxValue(60000)
  callsPerMinute: int?

  @description('Where the history of the platform is read from. Without it there are no sweeps.')
  historyAddress: string?

  @description('Name of the Key Vault secret with the token of that API.')
  historySecretName: string?
}

@export()
@description('A key that the API takes. The key itself is nowhere in Azure: only who holds it knows it.')
type accessKeyType = {
  @description('Who holds the key, for the audit.')
  @minLength(1)
  @maxLength(64)
  name: string

  @description('What its holder may do.')
  role: 'advisor' | 'quality' | 'administrator'

  @description('The SHA-256 of the key, as the command "key new" prints it: 64 hexadecimal digits.')
  @minLength(64)
  @maxLength(64)
  hash: string

  @description('For an advisor: the skills whose conversations may be read, with commas between; absent for all.')
  skills: string?
}

@export()
@description('Instances that are kept warm, so that nobody waits for a start.')
type alwaysReadyType = {
  @description('A group (http) or one function (function:Score).')
  name: string

  @description('How many instances.')
  @minValue(0)
  @maxValue(1000)
  instanceCount: int
}
