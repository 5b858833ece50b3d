using Azure;
using Azure.Identity;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableOutageTests(AzuriteFixture azurite)
{
    public static TheoryData<Exception> Outages => new(
        new RequestFailedException("The connection was cut."),
        new RequestFailedException(503, "busy", "ServerBusy", null),
        new RequestFailedException(500, "broken", "OperationTimedOut", null),
        new RequestFailedException(429, "too many", "TooManyRequests", null),
        new RequestFailedException(403, "no role", "AuthorizationPermissionMismatch", null),
        new RequestFailedException(404, "no table", "TableNotFound", null),
        new CredentialUnavailableException("No identity."),
        new HttpRequestException("No route to host."),
        new TaskCanceledException("It took over 10 s."),
        new AggregateException(
            new RequestFailedException(503, "busy", "ServerBusy", null),
            new TaskCanceledException("It took over 10 s.")));

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task RunAsync_Outage_IsUnavailable(Exception outage)
    {
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => TableOutage.RunAsync<int>("Tickets", () => throw outage, CancellationToken.None));

        Assert.StartsWith("The table Tickets cannot be used now: ", e.Message, StringComparison.Ordinal);
        Assert.Same(outage, e.InnerException);
    }

    [Fact]
    public async Task RunAsync_Mistake_IsNotHidden() => await Assert.ThrowsAsync<RequestFailedException>(
        () => TableOutage.RunAsync<int>(
            "Tickets", () => throw new RequestFailedException(400, "wrong", "InvalidInput", null), CancellationToken.None));

    [Fact]
    public async Task RunAsync_CallerGivesUp_IsACancellation() => await Assert.ThrowsAsync<TaskCanceledException>(
        () => TableOutage.RunAsync<int>("Tickets", () => throw new TaskCanceledException(), new CancellationToken(canceled: true)));

    [SkippableFact]
    public async Task AnyCall_NothingIsReached_IsUnavailable()
    {
        var account = await TableAccount.NewAsync(azurite);
        var dead = new Wire { FailAt = 1, ForGood = true };
        var store = account.TicketStore(dead);
        var ledger = account.Ledger(dead);

        await Unavailable(() => store.LoadAsync("T-1", CancellationToken.None));
        await Unavailable(
            () => store.CommitAsync(new("T-1", [TicketEvents.Plain("T-1", "1")], MonitoringState.Initial, null), CancellationToken.None));
        await Unavailable(() => store.ReadDueAsync(Instant.MaxValue, 1, CancellationToken.None));
        await Unavailable(() => ledger.ListAsync("T-1", CancellationToken.None));

        static Task Unavailable(Func<Task> call) => Assert.ThrowsAsync<StoreUnavailableException>(call);
    }

    [SkippableFact]
    public async Task LoadAsync_TableIsMissing_SaysWhoCreatesIt()
    {
        var account = new TableAccount(await azurite.NewAccountAsync());

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => account.TicketStore().CommitAsync(new("T-1", [], MonitoringState.Initial, null), CancellationToken.None));

        Assert.Equal("The table Tickets cannot be used now: it does not exist; infra/ creates it.", e.Message);
    }

    [SkippableFact]
    public async Task ClaimAsync_AnswerToAnyRequestIsLost_IsClaimedOnce()
    {
        for (var request = 1; request <= 4; request++)
        {
            var account = await TableAccount.NewAsync(azurite);
            var ledger = account.Ledger(new Wire { FailAt = request, AfterTheRequest = true });
            var nine = Instant.FromUtc(2026, 3, 2, 9, 0);
            var claim = new NotificationClaim("T-1", "N-1", "ann@example.com", "step", "message", nine, Duration.FromMinutes(5));

            Assert.Equal(ClaimOutcome.Claimed, await ledger.ClaimAsync(claim, CancellationToken.None));
            await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Sent, nine, "<1>"), CancellationToken.None);

            Assert.Equal(NotificationState.Sent, Assert.Single(await ledger.ListAsync("T-1", CancellationToken.None)).State);
            Assert.Equal(ClaimOutcome.AlreadySent, await ledger.ClaimAsync(claim with { Holder = "another" }, CancellationToken.None));
        }
    }
}
