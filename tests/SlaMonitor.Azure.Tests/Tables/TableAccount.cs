using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

/// <summary>An account of the emulator with the monitor's tables in it, and the stores on it.</summary>
internal sealed class TableAccount(string connectionString)
{
    public const int Shards = 4;

    public static async Task<TableAccount> NewAsync(AzuriteFixture azurite)
    {
        var account = new TableAccount(await azurite.NewAccountAsync());
        await new TableCreation(account.Open()).StartingAsync(CancellationToken.None);
        return account;
    }

    /// <summary>A client as the program makes it, with something between it and the wire if wanted.</summary>
    public TableServiceClient Open(HttpPipelinePolicy? between = null, bool retries = true) => TableConnection.Open(
        new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)]).Build(),
        options =>
        {
            if (between is not null) options.AddPolicy(between, HttpPipelinePosition.PerRetry);
            options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
            if (!retries) options.Retry.MaxRetries = 0;
        });

    public TableTicketStore TicketStore(HttpPipelinePolicy? between = null, int shards = Shards, bool retries = true) =>
        new(Open(between, retries), new(shards), NullLogger<TableTicketStore>.Instance);

    /// <summary>The store of one of several evaluators.</summary>
    public TableTicketStore TicketStore(DueShards shards) => new(Open(), shards, NullLogger<TableTicketStore>.Instance);

    public TableNotificationLedger Ledger(HttpPipelinePolicy? between = null, bool retries = true) =>
        new(Open(between, retries), NullLogger<TableNotificationLedger>.Instance);

    /// <summary>The outcomes, as of a time that is long after all that is under way.</summary>
    public TablePromiseShelves Shelves(HttpPipelinePolicy? between = null, int shards = Shards) =>
        new(Open(between), new(shards), new FakeTimeProvider(DateTimeOffset.MaxValue.AddDays(-1)));

    public TableMailManifests Manifests() => new(Open());

    public TableMonitorNotes Notes() => new(Open());

    public TableAuditLog AuditLog() => new(Open());

    /// <summary>The due index by itself, to write entries that no state confirms.</summary>
    public DueIndex DueIndex(int shards = Shards) => new(new TableAccess(Table(TableNames.Due)), new(shards));

    public TableClient Table(string name) => Open().GetTableClient(name);
}
