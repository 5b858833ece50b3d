metadata description = 'One door into the network: a private endpoint, and the zone by which its service\'s usual name leads there.'

@description('The name of the endpoint.')
param name string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The resource that it leads to.')
param serviceId string

@description('Which part of the resource: blob, table, namespace, vault.')
@allowed(['blob', 'table', 'namespace', 'vault'])
param part string

@description('The private DNS zone of that part.')
param zoneName string

@description('The name of the network.')
param networkName string

@description('The name of the subnet for endpoints.')
param subnetName string

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  name: networkName

  resource subnet 'subnets' existing = {
    name: subnetName
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: networkName
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: network::subnet.id
    }
    privateLinkServiceConnections: [
      {
        name: part
        properties: {
          privateLinkServiceId: serviceId
          groupIds: [part]
        }
      }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: part
          properties: {
            privateDnsZoneId: zone.id
          }
        }
      ]
    }
  }
}
