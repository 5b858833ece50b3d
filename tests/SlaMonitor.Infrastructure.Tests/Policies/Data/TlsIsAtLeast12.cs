using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Data;

/// <summary>Nobody speaks to us in the clear, or by a TLS that is broken.</summary>
internal sealed class TlsIsAtLeast12 : Policy
{
    private static readonly string[] Good = ["TLS1_2", "TLS1_3", "1.2", "1.3"];

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        [
            .. Unless(snapshot, "Microsoft.Storage/storageAccounts", "takes old TLS, or none", account =>
                Has(account, "properties.minimumTlsVersion") && account.IsTrue("properties.supportsHttpsTrafficOnly")),
            .. Unless(snapshot, "Microsoft.ServiceBus/namespaces", "takes old TLS", queue => Has(queue, "properties.minimumTlsVersion")),
            .. Unless(snapshot, "Microsoft.Web/sites", "takes old TLS, or none", site =>
                Has(site, "properties.siteConfig.minTlsVersion")
                && Has(site, "properties.siteConfig.scmMinTlsVersion")
                && site.IsTrue("properties.httpsOnly")),
        ];

    private static bool Has(Resource resource, string path) => Good.Contains(resource.Text(path));
}
