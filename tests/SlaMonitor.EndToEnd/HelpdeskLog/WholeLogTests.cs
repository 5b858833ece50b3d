using System.Text.Json.Nodes;
using SlaMonitor.Harness;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>The real log of a real helpdesk, 10,835 events of 2,290 tickets, through the running program.</summary>
public sealed class WholeLogTests
{
    private const int BatchSize = 500;
    private const int Seed = 20261122;

    [Fact]
    public async Task EveryEventPosted_EveryClockAndMail_EqualTheReference_AndPostingAllAgainChangesNothing()
    {
        using var place = new MonitorFolder().PrepareFor();
        var shuffled = LoggedEvent.All.ToArray();
        new Random(Seed).Shuffle(shuffled);
        await PlayAllAsync(place, shuffled.Chunk(BatchSize));
    }

    /// <summary>Again ticket by ticket: the emulator looks through a whole table for each of them.</summary>
    [SkippableFact]
    public async Task EveryEventPosted_ToTableStorage_EqualsTheReferenceAsWell()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        await using var azurite = await Azurite.StartAsync();
        using var place = new MonitorFolder().PrepareFor().WithTables(azurite.NewAccount());
        var tickets = LoggedEvent.All.GroupBy(e => e.Ticket, StringComparer.Ordinal).ToArray();
        new Random(Seed).Shuffle(tickets);
        await PlayAllAsync(place, tickets.Chunk(BatchSize / 5).Select(some => some.SelectMany(events => events.Reverse()).ToArray()));
    }

    private static async Task PlayAllAsync(MonitorFolder place, IEnumerable<LoggedEvent[]> again)
    {
        var events = LoggedEvent.All;
        await using var monitor = await MonitorProcess.StartAsync(place, LogPlayer.ClockAt(events[0].Time));

        foreach (var e in events) await monitor.PlayAsync(e);

        var end = events[^1].Time + Duration.FromDays(30);
        await monitor.MoveClockAsync(end);
        var reference = ReferenceTicket.PlayAll(events, end);
        var looks = (Instant[])[.. events.Select(e => e.Time), end];
        await LogComparison.AssertEqualAsync(monitor, place, reference, looks);

        var mailsBefore = place.MailFiles();
        foreach (var batch in again)
        {
            using var answer = await monitor.PostAsync(
                "application/cloudevents-batch+json", $"[{string.Join(',', batch.Select(e => e.Json))}]");
            var receipt = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Assert.Equal((200, 0, batch.Length), ((int)answer.StatusCode, (int)receipt["stored"]!, (int)receipt["duplicates"]!));
        }

        await monitor.MoveClockAsync(end + Duration.FromMinutes(1));
        Assert.Equal(mailsBefore, place.MailFiles());
        await LogComparison.AssertEqualAsync(monitor, place, reference, [.. looks, end + Duration.FromMinutes(1)]);
        Assert.DoesNotContain("fail:", monitor.Output, StringComparison.Ordinal);
    }
}
