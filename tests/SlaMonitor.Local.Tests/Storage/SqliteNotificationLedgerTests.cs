using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteNotificationLedgerTests : NotificationLedgerContract, IDisposable
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly SqliteStores _stores = new();

    /// <summary>Whoever had claims when the process ended is dead. Which mail it was to send is still known.</summary>
    [Fact]
    public async Task Reopened_ClaimsAreFree_AndSayWhichMailTheyWereOf()
    {
        var ledger = _stores.NewLedger();
        var claim = new NotificationClaim(
            "T-1", "N-1", "ann@example.com", "due", "process mail 2026-03-02T08:00:00Z", Nine, Duration.FromMinutes(5));
        await ledger.ClaimAsync(claim, CancellationToken.None);
        await ledger.ClaimAsync(claim with { NotificationId = "N-2", Holder = "whatever" }, CancellationToken.None);

        var reopened = _stores.Reopen(_stores.Reopen(ledger));

        Assert.Equal(
            [" mail 2026-03-02T08:00:00Z", ""],
            (await reopened.ListAsync("T-1", CancellationToken.None)).Select(record => record.Holder));
        var other = claim with { Holder = "other mail 2026-03-02T08:00:00Z" };
        Assert.Equal(
            ClaimOutcome.ClaimedByAnother, await reopened.ClaimAsync(other with { StaleAfter = null }, CancellationToken.None));
        Assert.Equal(ClaimOutcome.Claimed, await reopened.ClaimAsync(other, CancellationToken.None));
    }

    public void Dispose() => _stores.Dispose();

    protected override Task<INotificationLedger> CreateLedgerAsync() => Task.FromResult(_stores.NewLedger());

    protected override Task<INotificationLedger> ReopenAsync(INotificationLedger ledger) => Task.FromResult(_stores.Reopen(ledger));
}
