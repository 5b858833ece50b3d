using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Data;

/// <summary>
/// Where mails go out by SendGrid's European hosts, alerts do not leave the Union either, nor is the monitor asked from elsewhere.
/// </summary>
internal sealed class DataStaysInTheUnion : Policy
{
    private static readonly string[] RegionsOfActionGroups = ["swedencentral", "germanywestcentral"];
    private static readonly string[] PlacesOfTests = ["emea-nl-ams-azr", "emea-gb-db3-azr", "emea-fr-pra-edge"];

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        snapshot.Settings.GetValueOrDefault("SendGrid__Eu") != "true" ? [] :
        [
            .. Unless(snapshot, "Microsoft.Insights/actionGroups", "tells from anywhere in the world", group =>
                RegionsOfActionGroups.Contains(group.Text("location"))),
            .. Unless(snapshot, "Microsoft.Insights/webtests", "asks from outside the Union", test =>
                test.Items("properties.Locations").All(place => PlacesOfTests.Contains((string?)place["Id"]))),
        ];
}
