using NodaTime.Text;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Model;

/// <summary>Plays one history to the product and to the specification, and compares after each look.</summary>
/// <param name="agreement">The agreement.</param>
/// <param name="mailbox">
/// How the specification groups mails over time; <c>null</c> where it does not say which mail tells what, and only the end is compared.
/// </param>
internal sealed class ModelRun(string agreement, SpecMailbox? mailbox) : IDisposable
{
    private const int Day = 24 * 60;
    private const int Noon = 12 * 60;

    private static readonly Instant Midnight = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly string?[] Assignees = ["anna", "ben", null];

    private readonly Workplace _place = new(agreement);
    private readonly Dictionary<string, SpecTicket> _tickets = [];
    private readonly Dictionary<string, string> _mailOf = [];
    private IReadOnlyList<string> _underWay = [];
    private string[] _expectedUnderWay = [];
    private int _now = 8 * 60;
    private int _events;
    private int _read;

    public async Task PlayAsync(Move[] history)
    {
        foreach (var move in history) await PlayAsync(move);
        await PlayAsync(Last(10_000));
        if (mailbox is not null) return;

        // An all-clear waits for the day, and what waits then comes with the next mail.
        await PlayAsync(Last(Day + Noon - (_now % Day)));
        await PlayAsync(Last(60));
        await DeliverPutOffAsync();
        foreach (var ticket in _tickets.Values)
        {
            var told = await ToldAsync(ticket);
            Assert.Empty(ticket.Owed(told).Except(told));
        }
    }

    public void Dispose() => _place.Dispose();

    private async Task PlayAsync(Move move)
    {
        _now += move.Wait;
        _place.Clock.Reset(At(_now));
        var id = $"T{move.Ticket}";
        var ticket = _tickets.GetValueOrDefault(id);
        var happened = Math.Max(_now - move.Late, ticket?.Created ?? 0);
        switch (move.Kind)
        {
            case MoveKind.Create when ticket is null:
                var isEmergency = move.Ticket == 3;
                _tickets[id] = new SpecTicket(id, happened, move.Choice == 1, Assignees[move.Choice], isEmergency);
                await TellAsync(
                    move,
                    Event(
                        TicketEventType.Created,
                        id,
                        happened,
                        new() { Priority = Priority(move.Choice == 1), Assignee = Assignees[move.Choice], Emergency = isEmergency }));
                break;
            case MoveKind.Reply when ticket is not null:
                ticket.Reply(happened);
                await TellAsync(move, Event(TicketEventType.Replied, id, happened, new() { By = Actor.Agent }));
                break;
            case MoveKind.Priority when ticket is not null:
                var e = Event(TicketEventType.Updated, id, happened, new() { Priority = Priority(move.Choice == 1) });
                ticket.Priority(happened, _events, move.Choice == 1);
                await TellAsync(move, e);
                break;
            case MoveKind.Take when ticket is not null:
                await TakeAsync(move, id, ticket);
                break;
            case MoveKind.Look:
                await LookAsync(move);
                break;
            case MoveKind.LastLook:
                await LastLookAsync(move);
                break;
        }
    }

    private async Task TellAsync(Move move, TicketEvent e) => await Mortal.LiveAsync(
        _place, move, faults => _place.Make<EventIngestor>(new FaultyStore(_place.Store, faults)).IngestAsync([e], default));

    private async Task TakeAsync(Move move, string id, SpecTicket ticket)
    {
        var grant = new PromiseGrant(id, new ClockId(ticket.Promise().Clock), "anna@example.com", "n");
        var token = _place.Get<AcknowledgeTokens>().Issue(grant, At(_now));
        var before = (await _place.Store.LoadAsync(id, default))!.Events.Count;
        await Mortal.LiveAsync(_place, move, faults =>
            _place.Make<Acknowledger>(_place.Make<PromiseTaking>(new FaultyStore(_place.Store, faults))).TakeAsync(token, default));

        Assert.Equal(ticket.Take(_now) ? 1 : 0, (await _place.Store.LoadAsync(id, default))!.Events.Count - before);
    }

    private async Task LookAsync(Move move)
    {
        await DeliverAsync();
        var died = await Mortal.EvaluateAndNotifyAsync(_place, move);
        Compare(Expected(), died);
    }

    /// <summary>Nothing of this look is recorded; its mails come at once, or after whatever happens before the next look.</summary>
    private async Task LastLookAsync(Move move)
    {
        await DeliverAsync();
        _underWay = await Mortal.EvaluateAndDieAsync(_place);
        _expectedUnderWay = Expected();
        if (move.Choice > 0) await DeliverAsync();
    }

    private async Task DeliverAsync()
    {
        foreach (var body in _underWay.Concat(_underWay)) await _place.Get<Notifier>().NotifyAsync(body, default);
        Compare(_expectedUnderWay, died: false);
        (_underWay, _expectedUnderWay) = ([], []);
    }

    /// <summary>Mails that a death has cut off come again once nobody can be at them any more.</summary>
    private async Task DeliverPutOffAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            _now += 60;
            _place.Clock.Reset(At(_now));
            _place.Time.Advance(TimeSpan.FromHours(1));
            foreach (var message in await _place.TakeAllAsync()) await _place.Get<Notifier>().NotifyAsync(message.Body, default);
        }

        Compare([], died: true);
    }

    private static Move Last(int wait) => new(MoveKind.Look, 0, wait, 0, 0, null, false);

    private string[] Expected()
    {
        if (mailbox is null) return [];

        var things = _tickets.Values
            .SelectMany(ticket => ticket.Look(_now))
            .Select(thing => (thing, Until: mailbox.Until(thing.Who, thing)))
            .ToList();
        var mailed = things.Where(one => one.Until < _now).Select(one => one.thing.Who).ToHashSet();
        foreach (var who in mailed) mailbox.Mailed(who, _now);
        foreach (var step in things.GroupBy(one => (one.thing.Ticket, one.thing.Key)))
        {
            foreach (var (thing, _) in step.Where(one => mailed.Contains(one.thing.Who))) thing.Ticket.Tell(thing.Key, thing.Who);
            var waiting = step.Where(one => !mailed.Contains(one.thing.Who)).ToList();
            step.Key.Ticket.Wait(step.Key.Key, step.First().thing.Since, waiting.Count == 0 ? null : waiting.Min(one => one.Until));
        }

        return
        [
            .. things.Where(one => mailed.Contains(one.thing.Who)).GroupBy(one => one.thing.Who)
                .Select(mail => $"{mail.Key}: {string.Join("; ", mail.Select(one => one.thing.What).Order(StringComparer.Ordinal))}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private void Compare(string[] expected, bool died)
    {
        // A mail that was sent, and died before that was noted, is sent again under its own id: the same mail.
        var news = _place.Contents.Skip(_read).ToList();
        _read += news.Count;
        var mails = news.GroupBy(mail => mail.MailId).Select(same => same.First());
        if (!died) Assert.Equal(news.Count, mails.Count());
        foreach (var (mail, item) in news.SelectMany(mail => mail.Items.Select(item => (mail, item))))
        {
            Assert.Equal(mail.MailId, _mailOf.GetValueOrDefault(item.NotificationId, mail.MailId));
            _mailOf[item.NotificationId] = mail.MailId;
        }

        if (mailbox is null) return;

        // What a death has torn apart may come in two mails; never twice.
        var found = (died
            ? mails
                .GroupBy(mail => mail.Reader.Address)
                .Select(torn => torn.First() with { Items = [.. torn.SelectMany(mail => mail.Items)] })
            : mails)
            .Select(InWords).Order(StringComparer.Ordinal);
        Assert.Equal(expected, found);
    }

    /// <summary>
    /// Who was told what of the promise that a ticket has now. A step of the promise before it, whose mail came so late that it says that
    /// this one was kept, told nobody the contrary.
    /// </summary>
    private HashSet<string> Told(SpecTicket ticket) => _place.Contents
        .SelectMany(mail => mail.Items.Select(item => (Who: mail.Reader.Address.Split('@')[0], Item: item)))
        .Where(told => told.Item.Explanation.Clock.Id.ToString() == ticket.Promise().Clock
            && told.Item.Explanation.Clock.Ticket.Id == ticket.Id
            && (told.Item.Kind == MailItemKind.AllClear || told.Item.Explanation.State != ClockState.Met))
        .Select(told => $"{told.Who}: {InWords(told.Item)}")
        .ToHashSet();

    /// <summary>
    /// The same with what came when the ticket had another promise for a while: the mail shows that one, the record names the step.
    /// </summary>
    private async Task<HashSet<string>> ToldAsync(SpecTicket ticket)
    {
        var told = Told(ticket);
        var target = $"{ticket.Promise().Clock.Split('/')[0]}, cycle 1, ";
        foreach (var record in await _place.Ledger.ListAsync(ticket.Id, default))
        {
            if (record.State != NotificationState.Sent || !record.Step.StartsWith(target, StringComparison.Ordinal)) continue;

            var moment = record.Step[target.Length..];
            told.Add($"{record.Recipient.Split('@')[0]}: {(moment == "50%" ? "Warning" : "Breach")} {moment} of {ticket.Id}");
        }

        return told;
    }

    private static string InWords(MailContents mail) =>
        $"{mail.Reader.Address.Split('@')[0]}: {string.Join("; ", mail.Items.Select(InWords).Order(StringComparer.Ordinal))}";

    private static string InWords(MailItem item) => $"{item.Kind} {item.Moment} of {item.Explanation.Clock.Ticket.Id}";

    private TicketEvent Event(TicketEventType type, string ticket, int at, TicketChange change) =>
        Events.Of(type, ticket, InstantPattern.ExtendedIso.Format(At(at)), $"e{++_events:0000}", change);

    private static TicketPriority Priority(bool urgent) => urgent ? TicketPriority.Urgent : TicketPriority.Normal;

    private static Instant At(int minute) => Midnight + Duration.FromMinutes(minute);
}
