using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Data;

/// <summary>
/// Either there is no network, or every store is closed to the world and has a door, and a name, for each of its
/// parts; and the app is inside.
/// </summary>
internal sealed class PrivateNetworkingIsWhole : Policy
{
    private static readonly (string Type, string Part, string Zone)[] Doors =
    [
        ("Microsoft.Storage/storageAccounts", "blob", "privatelink.blob."),
        ("Microsoft.Storage/storageAccounts", "table", "privatelink.table."),
        ("Microsoft.ServiceBus/namespaces", "namespace", "privatelink.servicebus.windows.net"),
        ("Microsoft.KeyVault/vaults", "vault", "privatelink.vaultcore.azure.net"),
    ];

    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var isPrivate = snapshot.OfType("Microsoft.Network/virtualNetworks").Any();
        var stores = Doors.SelectMany(door => snapshot.OfType(door.Type)).Distinct();
        if (!isPrivate)
            return stores
                .Where(store => store.Text("properties.publicNetworkAccess") != "Enabled")
                .Select(store => $"{store} is closed, and nobody has a door");

        return
        [
            .. stores
                .Where(store => store.Text("properties.publicNetworkAccess") != "Disabled")
                .Select(store => $"{store} is open to the world"),
            .. stores
                .Where(store => store["properties.networkAcls"] is not null && store.Text("properties.networkAcls.defaultAction") != "Deny")
                .Select(store => $"{store} lets in whom no rule names"),
            .. Doors.Where(door => !HasEndpoint(snapshot, door.Type, door.Part))
                .Select(door => $"{door.Part} of {door.Type} has no private endpoint with a zone"),
            .. Doors.Where(door => !HasZone(snapshot, door.Zone))
                .Select(door => $"there is no zone {door.Zone} that is linked to the network"),
            .. Unless(snapshot, "Microsoft.ServiceBus/namespaces", "has no private endpoints in its tier", queue =>
                queue.Text("sku.name") == "Premium"),
            .. Unless(snapshot, "Microsoft.Web/sites", "is not in the network", site =>
                site.Text("properties.virtualNetworkSubnetId").Contains("/subnets/", StringComparison.Ordinal)),
        ];
    }

    private static bool HasEndpoint(Snapshot snapshot, string type, string part)
    {
        var stores = snapshot.OfType(type).Select(store => store.Id);
        return snapshot.OfType("Microsoft.Network/privateEndpoints").Any(endpoint =>
            snapshot
                .OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups")
                .Any(zones => zones.Name.StartsWith($"{endpoint.Name}/", StringComparison.Ordinal))
            && endpoint.Items("properties.privateLinkServiceConnections").Any(connection =>
                (string?)connection["properties"]!["groupIds"]![0] == part
                && stores.Contains((string?)connection["properties"]!["privateLinkServiceId"])));
    }

    // Names with the storage's suffix of the cloud are expressions until they are made.
    private static bool HasZone(Snapshot snapshot, string zone) =>
        snapshot.OfType("Microsoft.Network/privateDnsZones").Any(one => one.Name.Contains(zone, StringComparison.Ordinal))
        && snapshot
            .OfType("Microsoft.Network/privateDnsZones/virtualNetworkLinks")
            .Any(link => link.Name.Contains(zone, StringComparison.Ordinal));
}
