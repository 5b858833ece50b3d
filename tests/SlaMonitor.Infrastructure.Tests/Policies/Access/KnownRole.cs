namespace SlaMonitor.Infrastructure.Tests.Policies.Access;

/// <summary>A role that is given: to whom, and on what. The table in docs/azure.md says why.</summary>
/// <param name="Id">By which Azure knows it.</param>
/// <param name="On">The type of the resource that it is for.</param>
/// <param name="IsOfTheApp">Whether the app has it; else whoever deploys.</param>
internal sealed record KnownRole(string Id, string On, bool IsOfTheApp)
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string Component = "Microsoft.Insights/components";
    private const string Queue = "Microsoft.ServiceBus/namespaces/queues";
    private const string Vault = "Microsoft.KeyVault/vaults";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownRole> All { get; } =
    [
        new("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", Account, IsOfTheApp: true), // Storage Blob Data Owner
        new("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", Account, IsOfTheApp: true), // Storage Table Data Contributor
        new("4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0", Queue, IsOfTheApp: true), // Azure Service Bus Data Receiver
        new("69a216fc-b8fb-44d8-bc22-1f3c2cd27a39", Queue, IsOfTheApp: true), // Azure Service Bus Data Sender
        new("4633458b-17de-408a-b874-0445c86b69e6", Vault, IsOfTheApp: true), // Key Vault Secrets User
        new("3913510d-42f4-4e42-8a64-420c390055eb", Component, IsOfTheApp: true), // Monitoring Metrics Publisher
        new("ba92f5b4-2d11-453d-a403-e96b0029c9fe", Container, IsOfTheApp: false), // Storage Blob Data Contributor
        new("b86a8fe4-44ce-4948-aee5-eccb2c155cd7", Vault, IsOfTheApp: false), // Key Vault Secrets Officer
    ];
}
