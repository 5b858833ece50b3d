metadata description = 'A network of one\'s own: the app in one subnet, the doors to storage, queues and secrets in another.'

@description('The name of the network.')
param name string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The name of the app\'s subnet.')
param appSubnet string

@description('The name of the subnet of the private endpoints.')
param endpointSubnet string

@description('The addresses, at least a /25: the first half is the app\'s.')
param addresses string = '10.20.0.0/24'

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addresses]
    }
    subnets: [
      {
        name: appSubnet
        properties: {
          addressPrefix: cidrSubnet(addresses, 25, 0)
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: endpointSubnet
        properties: {
          addressPrefix: cidrSubnet(addresses, 25, 1)
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }
}
