using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>Who gets which mail when more comes than anybody wants to read one by one.</summary>
public sealed class GroupingStories : IDisposable
{
    /// <summary>An hour to the first response; a warning after 48 minutes.</summary>
    private const string Agreement = """
        agreement: desk
        effectiveFrom: 2026-01-01
        timeZone: Europe/Berlin
        calendars:
          always: 24x7
          day: { week: { mon-sun: "09:00-18:00" } }
        targets:
          - { id: response, metric: firstResponse, within: 1h, calendar: always }
        contacts:
          anna: { email: anna@example.com }
          ben:  { email: ben@example.com }
          lead: { email: lead@example.com }
        fallbackContact: lead
        escalation:
          - when: { category: [quiet] }
            steps: [ { at: due, notify: [lead] } ]
            quietHours: { calendar: day }
          - steps: [ { at: 80%, notify: [assignee] }, { at: due, notify: [assignee, lead] }, { at: due + 15m elapsed, notify: [lead] } ]
        acknowledgementExpires: 4h
        """;

    private Desk _desk = new(Agreement);

    /// <summary>The field case: a ticket a minute for half an hour, which nobody answers.</summary>
    [Fact]
    public async Task StormOverAnHour_IsAFewMails_AndEverythingIsTold()
    {
        for (var minute = 0; minute < 30; minute++)
            await _desk.OpensAsync($"03-02 09:{minute:00}", $"T{minute:00}", assignee: minute % 2 == 0 ? "anna" : "ben");
        await _desk.UntilAsync("03-02 12:00");

        var mails = _desk.Place.Contents.CountBy(mail => mail.Reader.Address.Split('@')[0]).ToDictionary();
        Assert.InRange(mails["lead"], 1, 8);
        Assert.InRange(mails["anna"], 1, 6);
        Assert.InRange(mails["ben"], 1, 6);

        // Each has heard of each of their tickets what they would have heard in mails of their own, and each thing once.
        var told = _desk.Place.Contents.SelectMany(mail => mail.Items).Select(item => item.NotificationId).ToList();
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Equal(30, Tickets("lead", "due + 15m elapsed"));
        Assert.Equal((15, 15), (Tickets("anna", "due"), Tickets("ben", "due")));
        Assert.Equal((15, 15), (Tickets("anna", "80%"), Tickets("ben", "80%")));
        Assert.All(
            _desk.Place.Contents.SelectMany(mail => mail.Items.Select(item => (mail, item))).Where(told => told.item.Moment == "80%"),
            told => Assert.True(told.mail.WrittenAt < told.item.Explanation.Clock.DueAt, "a warning that comes too late is none"));

        int Tickets(string who, string moment) => _desk.Place.Contents
            .Where(mail => mail.Reader.Address == $"{who}@example.com")
            .SelectMany(mail => mail.Items)
            .Count(item => item.Moment == moment);
    }

    [Fact]
    public async Task FirstMailComesAtOnce_AndTheNextAfterAQuarterOfAnHourWithTheRest()
    {
        foreach (var minute in (int[])[0, 3, 9]) await _desk.OpensAsync($"03-02 09:0{minute}", $"T{minute}", assignee: null);
        await _desk.UntilAsync("03-02 09:58");
        _desk.NewMails(); // the warnings, which the lead gets where nobody has the ticket; the last at 09:58

        await _desk.UntilAsync("03-02 10:12");
        Assert.Empty(_desk.NewMails());
        await _desk.UntilAsync("03-02 10:14");
        Assert.Equal(
            [
                "lead: breach due of T0 (since 03-02 10:00); breach due of T3 (since 03-02 10:03); breach due of T9 (since 03-02 10:09)",
            ],
            _desk.NewMails());
    }

    [Fact]
    public async Task BreachOfAnEmergency_ComesAtOnce_AndTakesAlongWhatWaits()
    {
        await AfterAMailToTheLeadAsync();
        await _desk.OpensAsync("03-02 11:05", "B", assignee: "anna");
        await _desk.OpensAsync("03-02 11:09", "E", emergency: true, assignee: "ben");
        await _desk.UntilAsync("03-02 11:59");
        _desk.NewMails();

        await _desk.OpensAsync("03-02 12:00", "C", assignee: "anna");
        await _desk.UntilAsync("03-02 12:06");
        Assert.Contains("lead: breach due of B", _desk.NewMails()); // the lead's first for an hour
        await _desk.UntilAsync("03-02 12:10");
        Assert.Contains("lead: breach due of E", _desk.NewMails());
    }

    [Fact]
    public async Task AnsweredWhileItWaits_IsToldAsAnswered_AndAWarningIsNotToldAtAll()
    {
        await AfterAMailToTheLeadAsync(); // at 10:01, of A
        await _desk.OpensAsync("03-02 09:10", "B", assignee: "ben"); // a warning at 09:58, due at 10:10
        await _desk.UntilAsync("03-02 10:11");
        _desk.NewMails();

        await _desk.RepliesAsync("03-02 10:12", "B");
        await _desk.UntilAsync("03-02 10:17");
        var mail = Assert.Single(_desk.Place.Contents, mail => mail.Reader.Address == "lead@example.com" && mail.WrittenAt > Desk.At("03-02 10:05"));
        Assert.All(mail.Items.Where(item => item.Explanation.Clock.Ticket.Id == "B"), item => Assert.Null(item.AcknowledgeUrl));
    }

    [Fact]
    public async Task TakenWhileItWaits_NobodyElseHearsOfIt_UntilTheAcknowledgementExpires()
    {
        await AfterAMailToTheLeadAsync();
        await _desk.OpensAsync("03-02 09:10", "B", assignee: "ben");
        await _desk.UntilAsync("03-02 10:11"); // the lead's word of the breach waits until 10:16
        await _desk.TakesAsync("03-02 10:12", "ben", "B");
        _desk.NewMails();

        await _desk.UntilAsync("03-02 14:00");
        Assert.DoesNotContain(_desk.NewMails(), mail => mail.Contains("of B", StringComparison.Ordinal));
        await _desk.UntilAsync("03-02 14:14");
        Assert.Contains(_desk.NewMails(), mail => mail.StartsWith("lead: ", StringComparison.Ordinal)
            && mail.Contains("of B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task KeptAfterAll_OnlyThoseWhoWereToldGetAnAllClear()
    {
        await AfterAMailToTheLeadAsync();
        await _desk.OpensAsync("03-02 09:10", "B", assignee: "ben");
        await _desk.UntilAsync("03-02 10:11"); // Ben's word of the breach waits with that of the lead
        _desk.NewMails();
        await _desk.RepliesAsync("03-02 09:59", "B", told: "03-02 10:12");

        await _desk.UntilAsync("03-02 11:00");
        Assert.DoesNotContain(_desk.NewMails(), mail => mail.StartsWith("lead: ", StringComparison.Ordinal)
            && mail.Contains("of B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingWaitsIntoTheQuietHours()
    {
        await _desk.OpensAsync("03-02 16:50", "A", assignee: null);
        await _desk.UntilAsync("03-02 17:51");
        _desk.NewMails(); // at 17:51, of A
        await _desk.HappensAsync("03-02 16:54", TicketEventType.Created, "Q", new TicketChange { Category = "quiet" });

        await _desk.UntilAsync("03-02 17:56"); // in a quarter of an hour it would be quiet
        Assert.Equal(["lead: breach due of Q"], _desk.NewMails());
    }

    [Fact]
    public async Task TurnedOff_EachMailComesAtOnce()
    {
        _desk.Dispose();
        _desk = new Desk(Agreement.Replace("lead@example.com", "lead@example.com, grouping: { every: 0 }", StringComparison.Ordinal));
        foreach (var minute in (int[])[0, 3, 9]) await _desk.OpensAsync($"03-02 09:0{minute}", $"T{minute}", assignee: "anna");
        await _desk.UntilAsync("03-02 10:12");

        Assert.Equal(
            ["lead: breach due of T0", "lead: breach due of T3", "lead: breach due of T9"],
            _desk.NewMails().Where(mail => mail.StartsWith("lead", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RestartWhileSomethingWaits_ItIsToldAllTheSame_Once(bool notesAreLost)
    {
        await AfterAMailToTheLeadAsync();
        await _desk.OpensAsync("03-02 09:10", "B", assignee: "ben");
        await _desk.UntilAsync("03-02 10:11");
        _desk.NewMails();
        if (notesAreLost) await _desk.Place.Get<MailboxNotes>().KeepAsync("lead@example.com", Mailbox.Empty, default);

        // Whatever a process had in its memory is gone.
        _desk.Place.Clock.Reset(Desk.At("03-02 10:17"));
        await _desk.Place.Make<DeadlineEvaluator>(new MailboxNotes(_desk.Place.Get<IMonitorNotes>(), _desk.Place.Time)).EvaluateAsync(default);
        await _desk.Place.NotifyAllAsync();
        Assert.Single(_desk.NewMails(), mail => mail.StartsWith("lead: ", StringComparison.Ordinal)
            && mail.Contains("breach due of B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheExplanation_SaysWhatWaitsForTheNextMail_AndWhoWasToldAlready()
    {
        await AfterAMailToTheLeadAsync();
        await _desk.OpensAsync("03-02 09:10", "B", assignee: "ben");
        await _desk.UntilAsync("03-02 10:11");

        var text = (await _desk.Place.Get<TicketViews>().ExplainAsync("B", default))!.Split(Environment.NewLine);
        Assert.Contains(
            "To come Mon 2026-03-02 10:16:00: response, cycle 1, due, to lead@example.com; "
            + "it stood at Mon 2026-03-02 10:10:00 and waits for their next mail.",
            text);
    }

    /// <summary>What is told is told to whoever is on duty then.</summary>
    [Fact]
    public async Task ManyTicketsWait_MoreThanANoteHoldsToo_AllAreTold()
    {
        await AfterAMailToTheLeadAsync();
        var name = new string('x', 90);
        for (var i = 0; i < 300; i++)
            await _desk.HappensAsync("03-02 09:05", TicketEventType.Created, $"{name}-{i:000}", new() { Assignee = "ben" });
        await _desk.UntilAsync("03-02 11:00");

        Assert.Equal(
            300,
            _desk.Place.Contents.Where(mail => mail.Reader.Address == "lead@example.com").SelectMany(mail => mail.Items)
                .Count(item => item.Moment == "due" && item.Explanation.Clock.Ticket.Id != "A"));
    }

    public void Dispose() => _desk.Dispose();

    /// <summary>A breach of Anna's ticket A at 10:00, of which the lead is told at 10:01.</summary>
    private async Task AfterAMailToTheLeadAsync()
    {
        await _desk.OpensAsync("03-02 09:00", "A", assignee: "anna");
        await _desk.HappensAsync("03-02 09:00", TicketEventType.Updated, "A");
    }
}
