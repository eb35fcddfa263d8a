// The whole portal in Azure: one function app on Flex Consumption, one storage account, one identity, logs and alerts.
//
// NOT RUN: this has been checked for syntax only (tests/Tests/Infra). It has never been compiled by the Bicep
// compiler, never been compared with Azure's resource types and never been deployed. Do all three before relying on it.
//
// No key and no connection string of Azure's is made, read or stored anywhere: every call is made as the app's own identity. What the app
// must know and nobody else may (its wrapping key, secrets at sign-in providers, passwords) lies in Key Vault, put there by hand.
targetScope = 'subscription'

@minLength(1)
@maxLength(32)
@description('Name of the environment, such as "test" or "live"; names and tags are made from it.')
param environmentName string

@description('Azure region. Returns are kept in the United Kingdom unless this is changed.')
param location string = 'uksouth'

@allowed([
  512
  2048
  4096
])
@description('Memory of one instance. The host itself takes part of it.')
param instanceMemoryMB int = 2048

@minValue(0)
@maxValue(20)
@description('Instances kept warm for pages and API; charged for while idle. 0 means that the first visitor after a quiet spell waits.')
param alwaysReadyHttpInstances int = 1

@minValue(40)
@maxValue(1000)
@description('Ceiling on instances, so that a flood of requests has a known price.')
param maximumInstanceCount int = 40

@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GZRS'
  'Standard_RAGZRS'
])
@description('How many copies of the data are kept, and how far apart.')
param storageSku string = 'Standard_ZRS'

@minValue(7)
@maxValue(365)
@description('Days in which a deleted blob or container can be brought back.')
param softDeleteDays int = 30

@description('Address that alerts are sent to. Empty: alerts are shown in the portal of Azure only.')
param alertEmail string = ''

@description('The address that people reach the portal by, such as https://returns.example.org.')
param portalAddress string

@description('Who is invited as the first administrator, while there is none. Empty: nobody is.')
param administratorEmail string = ''

@description('Which app setting comes from which secret of the vault, each an object with setting and secret. A provider\'s secret, a password for mail or a key of GOV.UK Notify is added here.')
param secretSettings array = [
  {
    setting: 'DataProtection__Keys__0'
    secret: 'data-protection-key'
  }
]

@description('The scanner that looks for viruses in evidence files: an https address that files are posted to and that answers clean or infected. none: files are not scanned.')
param scanEndpoint string

@description('Further app settings, each an object with name and value: sign-in, for one. Never put a secret here.')
param furtherSettings array = []

// The names below are those that the program uses; tests/Tests/Infra compares them.
var workQueues = [
  'consolidate-report'
  'apply-projections'
  'notify-people'
  'scan-file'
  'follow-setup'
]
// The host moves a message here when its last try failed.
var poisonQueues = [for queue in workQueues: '${queue}-poison']
var tables = [
  'returns'
  'periods'
  'programmes'
  'forms'
  'reports'
  'pointers'
  'organisations'
  'people'
  'involvements'
  'looks'
  'sessions'
  'limits'
  'waiting'
  'restated'
  'help'
]
var deploymentContainer = 'deployments'
var dataContainers = [
  'reports'
  'revisions'
  'keys'
  'kept'
  'quarantine'
  'evidence'
]
// The host's own: locks and timers' schedules in the one, its access keys in the other.
var hostContainers = [
  'azure-webjobs-hosts'
  'azure-webjobs-secrets'
]

var token = uniqueString(subscription().id, environmentName, location)
var tags = {
  'azd-env-name': environmentName
  application: 'monitoring-returns'
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-monitoring-returns-${environmentName}'
  location: location
  tags: tags
}

module monitoring 'monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    alertEmail: alertEmail
  }
}

module storage 'storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    location: location
    tags: tags
    accountName: 'st${token}'
    sku: storageSku
    containers: concat([deploymentContainer], dataContainers, hostContainers)
    shortLivedContainers: concat([deploymentContainer], hostContainers)
    queues: concat(workQueues, poisonQueues)
    tables: tables
    softDeleteDays: softDeleteDays
    workspaceId: monitoring.outputs.workspaceId
    portalAddress: portalAddress
  }
}

module access 'access.bicep' = {
  name: 'access'
  scope: group
  params: {
    location: location
    tags: tags
    identityName: 'id-${token}'
    accountName: storage.outputs.accountName
    hostContainers: hostContainers
    insightsName: monitoring.outputs.insightsName
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    location: location
    tags: tags
    vaultName: 'kv-${token}'
    readerPrincipalId: access.outputs.identityPrincipalId
    secretSettings: secretSettings
    workspaceId: monitoring.outputs.workspaceId
  }
}

module app 'app.bicep' = {
  name: 'app'
  scope: group
  params: {
    location: location
    tags: tags
    appName: 'func-${token}'
    planName: 'plan-${token}'
    identityId: access.outputs.identityId
    identityClientId: access.outputs.identityClientId
    accountName: storage.outputs.accountName
    deploymentContainerUrl: '${storage.outputs.blobEndpoint}${deploymentContainer}'
    insightsName: monitoring.outputs.insightsName
    workspaceId: monitoring.outputs.workspaceId
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyHttpInstances: alwaysReadyHttpInstances
    maximumInstanceCount: maximumInstanceCount
    portalAddress: portalAddress
    administratorEmail: administratorEmail
    scanEndpoint: scanEndpoint
    secretSettings: vault.outputs.settings
    furtherSettings: furtherSettings
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP_NAME string = app.outputs.appName
output FUNCTION_APP_URL string = app.outputs.url
output STORAGE_ACCOUNT_NAME string = storage.outputs.accountName
output KEY_VAULT_NAME string = vault.outputs.vaultName
output APPLICATION_INSIGHTS_NAME string = monitoring.outputs.insightsName
output IDENTITY_CLIENT_ID string = access.outputs.identityClientId
