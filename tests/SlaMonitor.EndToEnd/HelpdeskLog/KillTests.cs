using System.Net.Sockets;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>The program is killed again and again in the middle of the load.</summary>
public sealed class KillTests
{
    private const int Events = 1500;
    private const int Kills = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task KilledAtAnyMoment_NothingAcknowledgedIsMissing_AndNobodyIsToldTwice(int seed)
    {
        using var place = new MonitorFolder().PrepareFor();
        var random = new Random(seed);
        var events = LoggedEvent.All.Take(Events).ToList();
        var acknowledged = 0;
        var kills = 0;

        while (acknowledged < events.Count)
        {
            // A second before: the tick at the event's own second may have been cut short.
            await using var monitor = await MonitorProcess.StartAsync(
                place, LogPlayer.ClockAt(events[acknowledged].Time - Duration.FromSeconds(1)));
            var killing = kills < Kills ? KillLaterAsync(monitor, TimeSpan.FromMilliseconds(random.Next(20, 900))) : Task.CompletedTask;
            try
            {
                for (; acknowledged < events.Count; acknowledged++) await monitor.PlayAsync(events[acknowledged]);
            }
            catch (Exception e) when (e is HttpRequestException or SocketException) // the client says it in either way
            {
                kills++;
            }

            await killing;
        }

        await using var last = await MonitorProcess.StartAsync(place, LogPlayer.ClockAt(events[^1].Time));
        var end = events[^1].Time + Duration.FromDays(30);
        await last.MoveClockAsync(end);
        await LogComparison.AssertEqualAsync(last, place, ReferenceTicket.PlayAll(events, end), [.. events.Select(e => e.Time), end]);
        Assert.Equal(Kills, kills);
    }

    private static async Task KillLaterAsync(MonitorProcess monitor, TimeSpan delay)
    {
        await RealTime.WaitAsync(delay);
        await monitor.KillAsync();
    }
}
