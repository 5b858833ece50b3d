namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>What is looked at, by the names that the deployment gave back.</summary>
/// <param name="Url">Where the monitor is reached.</param>
/// <param name="ResourceGroup">The resource group.</param>
/// <param name="App">The function app.</param>
/// <param name="ServiceBus">The namespace of the queue.</param>
/// <param name="Storage">The account of the tables.</param>
/// <param name="Insights">Where telemetry goes.</param>
/// <param name="Subscription">The subscription; <c>null</c> for that of the Azure CLI.</param>
internal sealed record Installation(
    Uri Url, string ResourceGroup, string App, string ServiceBus, string Storage, string Insights, string? Subscription);
