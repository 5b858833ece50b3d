using NodaTime.Testing;
using SlaMonitor.Monitoring.OnCall;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.StoreContracts;

/// <summary>Changes of on-call rotations, which are kept in notes.</summary>
public abstract partial class MonitorNoteContract
{
    [Fact]
    public async Task Shifts_SwappedByManyAtOnceInTwoProcesses_AreAllKept()
    {
        var notes = await CreateNotesAsync();
        var both = new[] { Amendments(notes), Amendments(await ReopenAsync(notes)) };

        var added = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => Task.Run(() => both[n % 2].AddAsync(Change(n, days: 1), default))));

        Assert.All(added, Assert.True);
        var fresh = await Amendments(await ReopenAsync(notes)).GetAsync(default);
        Assert.Equal(Enumerable.Range(0, 8).Select(n => $"{n}"), fresh.Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Change(3, days: 1), fresh.Single(one => one.Id == "3"));
    }

    [Fact]
    public async Task Shift_TakenBack_IsGone_OrEndsNowWhereItHasBegun()
    {
        var notes = await CreateNotesAsync();
        var clock = new FakeClock(Nine);
        var amendments = new ShiftAmendments(clock, new StillTime(), notes);
        await amendments.AddAsync(Change(1, days: 1), default);
        await amendments.AddAsync(Change(2, days: 3), default);

        clock.Reset(Nine + Duration.FromHours(30));
        Assert.True(await amendments.TakeBackAsync("1", default));
        Assert.True(await amendments.TakeBackAsync("2", default));
        Assert.False(await amendments.TakeBackAsync("1", default));

        var left = Assert.Single(await Amendments(await ReopenAsync(notes)).GetAsync(default));
        Assert.Equal(("1", Nine + Duration.FromHours(30)), (left.Id, left.Until));
    }

    [Fact]
    public async Task Shifts_ThereAreNoMoreOfThanCanBeKept_AndThoseThatAreOverMakeRoom()
    {
        var notes = await CreateNotesAsync();
        var clock = new FakeClock(Nine);
        var amendments = new ShiftAmendments(clock, new StillTime(), notes);
        for (var n = 0; n < ShiftAmendments.Most; n++) Assert.True(await amendments.AddAsync(Change(n, days: 1), default));
        Assert.False(await amendments.AddAsync(Change(100, days: 1), default));

        clock.Reset(Nine + Duration.FromDays(60));
        Assert.True(await amendments.AddAsync(Change(101, days: 61), default));
        Assert.Equal("101", Assert.Single(await Amendments(await ReopenAsync(notes)).GetAsync(default)).Id);
    }

    private static ShiftAmendments Amendments(IMonitorNotes notes) => new(new FakeClock(Nine), new StillTime(), notes);

    private static ShiftAmendment Change(int n, int days) => new(
        $"{n}", "standard-support", "on-call", $"p{n}@example.com", Nine + Duration.FromDays(days), Nine + Duration.FromDays(days + 1),
        "anna@example.com", Nine);
}

/// <summary>Real time that does not pass.</summary>
file sealed class StillTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override long GetTimestamp() => 0;
}
