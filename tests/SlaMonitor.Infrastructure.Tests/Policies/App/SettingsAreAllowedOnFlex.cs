using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.App;

/// <summary>
/// Flex Consumption says these things in functionAppConfig, and refuses a deployment, or goes astray, where a setting says them too.
/// </summary>
internal sealed class SettingsAreAllowedOnFlex : Policy
{
    private static readonly string[] Forbidden =
        [
            "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENT", "WEBSITE_TIME_ZONE",
            "WEBSITE_VNET_ROUTE_ALL", "ENABLE_ORYX_BUILD", "SCM_DO_BUILD_DURING_DEPLOYMENT",
        ];

    public static bool IsForbidden(string name) =>
        Array.Exists(Forbidden, forbidden => name.StartsWith(forbidden, StringComparison.OrdinalIgnoreCase));

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        [
            .. snapshot.Settings.Keys.Where(IsForbidden).Select(name => $"{name} must not be set on Flex Consumption"),
            .. Unless(snapshot, "Microsoft.Web/sites", "says in siteConfig what Flex Consumption does not take", site =>
                new[] { "linuxFxVersion", "alwaysOn", "healthCheckPath", "appSettings" }
                    .All(name => site[$"properties.siteConfig.{name}"] is null)),
        ];
}
