// The app's secrets. Somebody puts them there by hand (docs/running.md); the app's settings refer to them and hold none.
param location string
param tags object
param vaultName string
param readerPrincipalId string
@description('Which setting comes from which secret, each an object with setting and secret.')
param secretSettings array
param workspaceId string

// Built-in role of Azure: reads the values of secrets, and changes nothing.
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    // Without the wrapping key every session and link is over, so nothing is gone at once, whoever deletes it.
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    // Reachable over the internet, by identity only: the app has no private network.
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

resource onVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, readerPrincipalId, keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Who read or changed a secret, and when.
resource vaultLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

output vaultName string = vault.name
output settings array = [for one in secretSettings: {
  name: one.setting
  value: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${one.secret})'
}]
