using System.Xml.Linq;
using SlaMonitor.Architecture.Tests;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.App;

/// <summary>Flex Consumption, the isolated worker, and the .NET that the projects name. Bicep takes any text for these.</summary>
internal sealed class RuntimeIsTheOneThatWeBuildFor : Policy
{
    private static readonly string Version =
        XDocument.Parse(Repository.Read("Directory.Build.props"))
            .Descendants("TargetFramework")
            .Single()
            .Value.Replace("net", string.Empty, StringComparison.Ordinal);

    private static readonly string[] Memory = ["512", "2048", "4096"];

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        [
            .. Unless(snapshot, "Microsoft.Web/serverfarms", "is no Flex Consumption", plan =>
                plan.Text("sku.name") == "FC1" && plan.IsTrue("properties.reserved")),
            .. Unless(snapshot, "Microsoft.Web/sites", "runs something else", site =>
                (site.Text("properties.functionAppConfig.runtime.name"), site.Text("properties.functionAppConfig.runtime.version"))
                == ("dotnet-isolated", Version)),
            .. Unless(snapshot, "Microsoft.Web/sites", "has a size that there is not", site =>
                Memory.Contains(site.Text("properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB"))),
            .. Unless(snapshot, "Microsoft.Web/sites", "does not fetch its package by its identity", site =>
                (
                    site.Text("properties.functionAppConfig.deployment.storage.type"),
                    site.Text("properties.functionAppConfig.deployment.storage.authentication.type"))
                == ("blobContainer", "UserAssignedIdentity")),
        ];
}
