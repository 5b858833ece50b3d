using System.CommandLine;

namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>A name that the deployment gave back: as an option, and as the variable that azd keeps it in.</summary>
internal sealed class InstallationName(string option, string variable, string meaning)
{
    public static InstallationName Url { get; } = new("--url", "MONITOR_URL", "Where the monitor is reached");

    public static InstallationName ResourceGroup { get; } = new("--resource-group", "AZURE_RESOURCE_GROUP", "The resource group");

    public static InstallationName App { get; } = new("--app", "SERVICE_MONITOR_NAME", "The function app");

    public static InstallationName ServiceBus { get; } = new("--service-bus", "SERVICE_BUS_NAME", "The namespace of the queue");

    public static InstallationName Storage { get; } = new("--storage-account", "STORAGE_ACCOUNT_NAME", "The account of the tables");

    public static InstallationName Insights { get; } =
        new("--application-insights", "APPLICATION_INSIGHTS_NAME", "Where telemetry goes");

    public static InstallationName Subscription { get; } = new("--subscription", "AZURE_SUBSCRIPTION_ID", "The subscription");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<InstallationName> All { get; } =
        [Url, ResourceGroup, App, ServiceBus, Storage, Insights, Subscription];

    /// <summary>The variable that holds it.</summary>
    public string Variable => variable;

    /// <summary>Makes the option that gives it.</summary>
    public Option<string?> CreateOption() => new(option)
    {
        HelpName = option == "--url" ? "URL" : "NAME",
        Description = $"{meaning}. Without it, the variable {variable}, or what azd knows.",
    };

    public override string ToString() => $"{option} ({variable})";
}
