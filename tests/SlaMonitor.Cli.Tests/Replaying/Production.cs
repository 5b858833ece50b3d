using System.Globalization;
using System.Text;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Cli.Tests.Replaying;

/// <summary>
/// The monitor itself, on stores, queues and a notifier as in production, whose clock goes from event to event and from minute to minute.
/// </summary>
internal sealed class Production(string agreement) : IDisposable
{
    private readonly Workplace _place = new(agreement);
    private readonly HashSet<string> _tickets = new(StringComparer.Ordinal);

    /// <summary>Plays a history to it.</summary>
    /// <param name="lines">The events in order of time.</param>
    /// <param name="everyMinute">
    /// Whether it looks at every minute; else at those only at which its own index of what is due has something.
    /// </param>
    /// <returns>The time of the last event, which is the present now.</returns>
    public async Task<Instant> PlayAsync(IEnumerable<string> lines, bool everyMinute)
    {
        var reader = new EventLineReader(new NodaTime.Testing.FakeClock(Instant.FromUtc(2026, 6, 1, 0, 0)));
        EventLine[] read = [.. lines.Select((line, i) => reader.Read(i + 1, Encoding.UTF8.GetBytes(line)))];
        Assert.Empty(read.SelectMany(line => line.Complaints("events.jsonl")));
        TicketEvent[] events = [.. read.Select(line => line.Event!)];
        _place.Clock.Reset(events[0].Time);
        foreach (var happened in events)
        {
            await LookUntilAsync(happened.Time, everyMinute);
            _place.Clock.Reset(happened.Time);
            await _place.Get<EventIngestor>().IngestAsync([happened], default);
            _tickets.Add(happened.TicketId);
        }

        await LookUntilAsync(events[^1].Time + Duration.FromSeconds(1), everyMinute);
        _place.Clock.Reset(events[^1].Time);
        return events[^1].Time;
    }

    /// <summary>Every mail that it sent, in one line each.</summary>
    public IEnumerable<string> Mails() => _place.Contents.Select(mail => MailLines.Mail(
        mail.WrittenAt.ToString(), mail.Reader.Address, mail.Items.Select(item => Item(item))));

    /// <summary>Every clock, in one line each.</summary>
    public async Task<IReadOnlyList<string>> ClocksAsync()
    {
        var clocks = new List<string>();
        foreach (var id in _tickets)
        {
            var ticket = await _place.Get<TicketViews>().FindAsync(id, default);
            clocks.AddRange(ticket!.Clocks.Select(clock => string.Create(
                CultureInfo.InvariantCulture,
                $"{id},{clock.Target},{clock.Cycle},{ReportNames.Of(clock.State)},{clock.ElapsedSeconds},{clock.DueAt}")));
        }

        return clocks;
    }

    public void Dispose() => _place.Dispose();

    private static string Item(MailItem item)
    {
        var clock = item.Explanation.Clock;
        return MailLines.Item(
            ReportNames.Of(item.Kind), clock.Ticket.Id, clock.Target.Id, clock.Cycle.ToString(CultureInfo.InvariantCulture), item.Moment,
            item.At.ToString(), item.Because);
    }

    private async Task LookUntilAsync(Instant before, bool everyMinute)
    {
        var minute = Duration.FromMinutes(1);
        var next = Instant.FromUnixTimeSeconds((_place.Clock.GetCurrentInstant().ToUnixTimeSeconds() + 59) / 60 * 60);
        for (var look = next; look < before; look += minute)
        {
            if (!everyMinute)
            {
                var due = await _place.Store.ReadDueAsync(before, 1, default);
                if (due.Count == 0) return;

                var first = Instant.FromUnixTimeSeconds((due[0].Due.ToUnixTimeSeconds() / 60 * 60) + 60);
                look = Instant.Max(look, first);
                if (look >= before) return;
            }

            _place.Clock.Reset(look);
            await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
            await _place.NotifyAllAsync();
        }
    }
}
