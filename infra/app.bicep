// The function app: a custom handler on Flex Consumption.
param location string
param tags object
param appName string
param planName string
param identityId string
param identityClientId string
param accountName string
param deploymentContainerUrl string
param insightsName string
param workspaceId string
param instanceMemoryMB int
param alwaysReadyHttpInstances int
param maximumInstanceCount int
param portalAddress string
param administratorEmail string
param scanEndpoint string
@description('Settings whose values are references into Key Vault.')
param secretSettings array
param furtherSettings array

// Flex sets FUNCTIONS_EXTENSION_VERSION and FUNCTIONS_WORKER_RUNTIME by itself, from functionAppConfig: they must not stand here.
var settings = [
  {
    name: 'AzureWebJobsStorage__accountName'
    value: accountName
  }
  {
    name: 'AzureWebJobsStorage__credential'
    value: 'managedidentity'
  }
  {
    name: 'AzureWebJobsStorage__clientId'
    value: identityClientId
  }
  {
    name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
    value: insights.properties.ConnectionString
  }
  {
    name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
    value: 'ClientId=${identityClientId};Authorization=AAD'
  }
  {
    name: 'Portal__Address'
    value: portalAddress
  }
  {
    name: 'Portal__AdministratorEmail'
    value: administratorEmail
  }
  {
    name: 'Scan__Endpoint'
    value: scanEndpoint
  }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  // azd finds the app to deploy to by this name, which is the service's in azure.yaml.
  tags: union(tags, {
    'azd-service-name': 'app'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // References into Key Vault are read as this identity; the app has no other.
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
      appSettings: concat(settings, secretSettings, furtherSettings)
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'custom'
        version: '1.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyHttpInstances == 0 ? [] : [
          {
            name: 'http'
            instanceCount: alwaysReadyHttpInstances
          }
        ]
      }
    }
  }
}

// Deploying needs an identity too: no publishing user name and password.
resource noPublishingPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [for door in ['ftp', 'scm']: {
  parent: app
  name: door
  properties: {
    allow: false
  }
}]

resource appLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
  }
}

output appName string = app.name
output url string = 'https://${app.properties.defaultHostName}'
