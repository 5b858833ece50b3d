using CsCheck;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.StoreContracts;

/// <summary>What every <see cref="INotificationLedger"/> promises.</summary>
public abstract class NotificationLedgerContract
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Stale = Duration.FromMinutes(10);
    private static readonly Duration Tick = Duration.FromTicks(1);

    /// <summary>How often a property is tried; fewer where a round trip is slow.</summary>
    protected virtual int Iterations => 100;

    /// <summary>A ledger without any notifications.</summary>
    protected abstract Task<INotificationLedger> CreateLedgerAsync();

    /// <summary>The same notifications through a ledger that shares no memory with the first.</summary>
    protected abstract Task<INotificationLedger> ReopenAsync(INotificationLedger ledger);

    public static TheoryData<NotificationState, string, long, ClaimOutcome> Rules => new()
    {
        // what is there, who comes, ticks after the claim became stale → what it comes to
        { NotificationState.Claimed, "first", -1, ClaimOutcome.Claimed },
        { NotificationState.Claimed, "first", 1, ClaimOutcome.Claimed },
        { NotificationState.Claimed, "other", -1, ClaimOutcome.ClaimedByAnother },
        { NotificationState.Claimed, "other", 0, ClaimOutcome.ClaimedByAnother },
        { NotificationState.Claimed, "other", 1, ClaimOutcome.Claimed },
        { NotificationState.Sent, "first", -1, ClaimOutcome.AlreadySent },
        { NotificationState.Sent, "first", 1, ClaimOutcome.AlreadySent },
        { NotificationState.Sent, "other", -1, ClaimOutcome.AlreadySent },
        { NotificationState.Sent, "other", 1, ClaimOutcome.AlreadySent },
        { NotificationState.Undelivered, "first", 1, ClaimOutcome.AlreadySent },
        { NotificationState.Undelivered, "other", 1, ClaimOutcome.AlreadySent },
        { NotificationState.Failed, "first", -1, ClaimOutcome.Claimed },
        { NotificationState.Failed, "first", 1, ClaimOutcome.Claimed },
        { NotificationState.Failed, "other", -1, ClaimOutcome.Claimed },
        { NotificationState.Failed, "other", 1, ClaimOutcome.Claimed },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task ClaimAsync_AfterAnotherClaim_FollowsTheRules(
        NotificationState there, string holder, long ticksAfterStale, ClaimOutcome expected)
    {
        var ledger = await CreateLedgerAsync();
        Assert.Equal(ClaimOutcome.Claimed, await ClaimAsync(ledger, "first", Nine));
        if (there != NotificationState.Claimed) await ledger.RecordAsync("T-1", "N-1", new(there, Nine, null), CancellationToken.None);

        Assert.Equal(expected, await ClaimAsync(ledger, holder, Nine + Stale + (ticksAfterStale * Tick)));
    }

    [Fact]
    public async Task ClaimAsync_TakenOver_BelongsToTheNewHolder()
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);
        var later = Nine + Stale + Tick;
        await ClaimAsync(ledger, "second", later);

        Assert.Equal(ClaimOutcome.ClaimedByAnother, await ClaimAsync(ledger, "first", later + Tick));
        Assert.Equal(ClaimOutcome.Claimed, await ClaimAsync(ledger, "second", later + Tick));
    }

    [Fact]
    public async Task ClaimAsync_Refreshed_IsYoungAgain()
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);
        await ClaimAsync(ledger, "first", Nine + Stale);

        Assert.Equal(ClaimOutcome.ClaimedByAnother, await ClaimAsync(ledger, "other", Nine + Stale + Stale));
    }

    [Fact]
    public async Task ClaimAsync_AfterAFailure_ForgetsTheFailure()
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);
        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Failed, Nine, "550 no such user"), CancellationToken.None);
        await ClaimAsync(ledger, "replay", Nine + Tick);

        var record = Assert.Single(await ledger.ListAsync("T-1", CancellationToken.None));
        var expected = new NotificationRecord(
            "T-1", "N-1", "ann@example.com", "resolution 50%", NotificationState.Claimed, Nine + Tick, null, null)
        { Holder = "replay" };
        Assert.Equal(expected, record);
    }

    [Fact]
    public async Task ClaimAsync_ManyAtOnce_OneHoldsIt()
    {
        var ledger = await CreateLedgerAsync();
        for (var round = 0; round < 10; round++)
        {
            var ticket = $"T-{round}";
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => ledger.ClaimAsync(
                Claim($"message {n}", Nine) with { TicketId = ticket }, CancellationToken.None))));

            Assert.Equal(1, outcomes.Count(outcome => outcome == ClaimOutcome.Claimed));
            Assert.Equal(7, outcomes.Count(outcome => outcome == ClaimOutcome.ClaimedByAnother));
        }
    }

    [Fact]
    public async Task ClaimAsync_SameNotificationOfAnotherTicket_IsAnother()
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);

        Assert.Equal(ClaimOutcome.Claimed, await ledger.ClaimAsync(Claim("other", Nine) with { TicketId = "T-2" }, CancellationToken.None));
    }

    [Theory]
    [InlineData(NotificationState.Sent)]
    [InlineData(NotificationState.Failed)]
    public async Task RecordAsync_AfterItWasSent_StaysSent(NotificationState late)
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);
        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Sent, Nine, "queued as 1"), CancellationToken.None);

        await ledger.RecordAsync("T-1", "N-1", new(late, Nine + Tick, "late"), CancellationToken.None);

        var record = Assert.Single(await ledger.ListAsync("T-1", CancellationToken.None));
        Assert.Equal((NotificationState.Sent, Nine, "queued as 1"), (record.State, record.ResolvedAt, record.Detail));
    }

    [Fact]
    public async Task RecordAsync_UndeliveredAfterItWasSent_IsUndelivered()
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);
        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Sent, Nine, "queued as 1"), CancellationToken.None);

        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Undelivered, Nine + Tick, "no such user"), CancellationToken.None);

        var record = Assert.Single(await ledger.ListAsync("T-1", CancellationToken.None));
        Assert.Equal((NotificationState.Undelivered, Nine + Tick, "no such user"), (record.State, record.ResolvedAt, record.Detail));
    }

    [Theory]
    [InlineData(NotificationState.Sent)] // the report of the bounce was faster than the record of the sending
    [InlineData(NotificationState.Failed)]
    [InlineData(NotificationState.Undelivered)]
    public async Task RecordAsync_AfterItWasUndelivered_StaysUndelivered(NotificationState late)
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);
        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Undelivered, Nine, "no such user"), CancellationToken.None);

        await ledger.RecordAsync("T-1", "N-1", new(late, Nine + Tick, "late"), CancellationToken.None);

        var record = Assert.Single(await ledger.ListAsync("T-1", CancellationToken.None));
        Assert.Equal((NotificationState.Undelivered, Nine, "no such user"), (record.State, record.ResolvedAt, record.Detail));
    }

    [Fact]
    public async Task ClaimAsync_SentAgainByAPerson_IsSentThoughItWasUndelivered()
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);
        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Undelivered, Nine, "no such user"), CancellationToken.None);

        var again = await ledger.ClaimAsync(Claim("second", Nine + Tick) with { IsResent = true }, CancellationToken.None);
        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Sent, Nine + Tick, "queued as 2"), CancellationToken.None);

        Assert.Equal(ClaimOutcome.Claimed, again);
        Assert.Equal(NotificationState.Sent, Assert.Single(await ledger.ListAsync("T-1", CancellationToken.None)).State);
    }

    [Fact]
    public async Task RecordAsync_NeverClaimed_Throws()
    {
        var ledger = await CreateLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => ledger.RecordAsync("T-1", "N-1", new(NotificationState.Sent, Nine, null), CancellationToken.None));
    }

    [Fact]
    public async Task RecordAsync_NoOutcome_Throws()
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);

        await Assert.ThrowsAsync<ArgumentException>(
            () => ledger.RecordAsync("T-1", "N-1", new(NotificationState.Claimed, Nine, null), CancellationToken.None));
    }

    [Fact]
    public async Task ListAsync_UnknownTicket_IsEmpty()
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);

        Assert.Empty(await ledger.ListAsync("T-2", CancellationToken.None));
    }

    [Fact]
    public async Task ListAsync_SeveralClaims_AreInTheOrderOfClaiming()
    {
        var ledger = await CreateLedgerAsync();
        int[] minutes = [3, 1, 2];
        foreach (var minute in minutes)
        {
            await ledger.ClaimAsync(
                Claim("first", Nine + Duration.FromMinutes(minute)) with { NotificationId = $"N-{minute}" }, CancellationToken.None);
        }

        var records = await ledger.ListAsync("T-1", CancellationToken.None);
        Assert.Equal(["N-1", "N-2", "N-3"], records.Select(record => record.NotificationId), StringComparer.Ordinal);
    }

    [Fact]
    public async Task ListAsync_AnyRecord_ComesBackWholeFromAReopenedLedger()
    {
        var ledger = await CreateLedgerAsync();
        var reopened = await ReopenAsync(ledger);
        var records =
            from keys in Gen.Select(TicketText.Keys, TicketText.Keys, Gen.Int[0, int.MaxValue])
            from text in Gen.Select(TicketText.Any, TicketText.Any, TicketText.Any.Null())
            from state in Gen.Enum<NotificationState>()
            select new NotificationRecord(
                $"{keys.Item3} {keys.Item1}", keys.Item2, text.Item1, text.Item2, state, Nine, Nine + Tick, text.Item3);

        await records.SampleAsync(
            async record =>
            {
                await ledger.ClaimAsync(
                    new(record.TicketId, record.NotificationId, record.Recipient, record.Step, "holder", record.ClaimedAt, Stale),
                    CancellationToken.None);
                var open = record.State == NotificationState.Claimed;
                if (!open)
                {
                    await ledger.RecordAsync(
                        record.TicketId,
                        record.NotificationId,
                        new(record.State, record.ResolvedAt!.Value, record.Detail),
                        CancellationToken.None);
                }

                var expected = record with
                {
                    Recipient = TicketText.AsStored(record.Recipient),
                    Step = TicketText.AsStored(record.Step),
                    ResolvedAt = open ? null : record.ResolvedAt,
                    Detail = open || record.Detail is null ? null : TicketText.AsStored(record.Detail),
                    Holder = "holder",
                };
                Assert.Equal([expected], await reopened.ListAsync(record.TicketId, CancellationToken.None));
            },
            iter: Iterations,
            threads: 1);
    }

    private static NotificationClaim Claim(string holder, Instant at) =>
        new("T-1", "N-1", "ann@example.com", "resolution 50%", holder, at, Stale);

    private static Task<ClaimOutcome> ClaimAsync(INotificationLedger ledger, string holder, Instant at) =>
        ledger.ClaimAsync(Claim(holder, at), CancellationToken.None);

    [Fact]
    public async Task ReadAllAsync_PageByPage_HasEachNotificationOnce_AndNoneThatWasDropped()
    {
        var ledger = await CreateLedgerAsync();
        foreach (var n in Enumerable.Range(0, 7))
            await ledger.ClaimAsync(new($"T ~/é {n / 3}", $"N-{n}", "a@example.com", "step", "first", Nine + n * Tick, Stale), default);
        await ledger.RecordAsync("T ~/é 1", "N-4", new(NotificationState.Sent, Nine, "taken"), default);
        await ledger.DropAsync("T ~/é 1", "N-3", default);
        await ledger.DropAsync("nobody", "N-3", default);
        var read = await Pages.AllAsync(after => ledger.ReadAllAsync(claimedBefore: null, after, 2, default));
        var old = await Pages.AllAsync(after => ledger.ReadAllAsync(Nine + 2 * Tick, after, 1, default));

        Assert.Equal(["N-0", "N-1", "N-2", "N-4", "N-5", "N-6"], read.Select(record => record.NotificationId).Order());
        Assert.Equal(["N-0", "N-1"], old.Select(record => record.NotificationId).Order());
        Assert.Equal(await ledger.ListAsync("T ~/é 1", default), read.Where(record => record.TicketId == "T ~/é 1"));
    }

    [Fact]
    public async Task RewordAsync_SentNotification_IsStillSent_AndSaysSomethingElse()
    {
        var ledger = await CreateLedgerAsync();
        await ClaimAsync(ledger, "first", Nine);
        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Sent, Nine, "taken for a@example.com"), default);
        var record = Assert.Single(await ledger.ListAsync("T-1", default));

        var reworded = record with { Recipient = "nobody", Step = "other", Detail = null };
        await ledger.RewordAsync(reworded, default);
        await ledger.RewordAsync(reworded with { NotificationId = "N-2" }, default);

        Assert.Equal(reworded, Assert.Single(await (await ReopenAsync(ledger)).ListAsync("T-1", default)));
        Assert.Equal(ClaimOutcome.AlreadySent, await ClaimAsync(ledger, "other", Nine + Stale + Tick));
        await ledger.DropAsync("T-1", "N-1", default);
        Assert.Equal(ClaimOutcome.Claimed, await ClaimAsync(ledger, "other", Nine + Stale + Tick));
    }
}
