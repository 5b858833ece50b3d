using SlaMonitor.StoreContracts.Emulator;
using SlaMonitor.StoreContracts.Emulator.ServiceBus;
using SlaMonitor.Worker.Tests.Build;

namespace SlaMonitor.Worker.Tests.Running;

/// <summary>What <c>infra/</c> would set, as far as it can be had on this machine.</summary>
internal static class WorkerSettings
{
    public const string Queue = "notifications";

    public const string AcknowledgementKey = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    public const string AdminKey = "the-admin-key";

    /// <summary>The secret of every connection.</summary>
    public const string Secret = "a-secret-of-the-tests";

    /// <summary>What both hosts read.</summary>
    public static Dictionary<string, string> OfBoth() => new(StringComparer.Ordinal)
    {
        ["AdminKey"] = AdminKey,
        ["Acknowledgement__Key"] = AcknowledgementKey,
        ["Acknowledgement__PublicUrl"] = "https://sla.example.com",
        ["Agreements__Folder"] = AzureBuild.PathOf("src/SlaMonitor.Functions/agreements"),
        ["EvaluationSchedule"] = "0 0 0 1 1 *", // a test says when
        ["NotificationsQueue"] = Queue,
        ["Webhooks__Connections__code__Kind"] = "github",
        ["Webhooks__Connections__code__Secret"] = Secret,
        ["Webhooks__Connections__desk__Kind"] = "glpi",
        ["Webhooks__Connections__desk__Secret"] = Secret,
    };

    /// <summary>What only the worker reads.</summary>
    public static Dictionary<string, string> Of(Azurite azurite, LoopbackBroker broker, string sendGrid) => new(OfBoth())
    {
        ["AzureWebJobsStorage"] = azurite.NewAccount(),
        ["Tables__Shards"] = "2",
        ["ServiceBusConnection"] = broker.ConnectionString,
        ["SendGrid__ApiKey"] = "SG.not-a-key",
        ["SendGrid__From"] = "sla@example.com",
        ["SendGrid__Host"] = sendGrid,
    };
}
