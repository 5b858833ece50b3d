using SlaMonitor.StoreContracts.Emulator;
using SlaMonitor.Worker.Tests.Build;

namespace SlaMonitor.Worker.Tests.Running;

/// <summary>What <c>infra/</c> would set, as far as it can be had on this machine.</summary>
internal static class WorkerSettings
{
    /// <summary>Nobody listens there, so whoever sends to the queue has to say that it cannot. A broker would be named here.</summary>
    public const string ServiceBusNamespace = "localhost";

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
        ["NotificationsQueue"] = "notifications",
        ["Webhooks__Connections__code__Kind"] = "github",
        ["Webhooks__Connections__code__Secret"] = Secret,
        ["Webhooks__Connections__desk__Kind"] = "glpi",
        ["Webhooks__Connections__desk__Secret"] = Secret,
    };

    /// <summary>What only the worker reads.</summary>
    public static Dictionary<string, string> Of(Azurite azurite, string sendGrid) => new(OfBoth(), StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = azurite.NewAccount(),
        ["Tables__Shards"] = "2",
        ["ServiceBusConnection__fullyQualifiedNamespace"] = ServiceBusNamespace,
        ["SendGrid__ApiKey"] = "SG.not-a-key",
        ["SendGrid__From"] = "sla@example.com",
        ["SendGrid__Host"] = sendGrid,
    };
}
