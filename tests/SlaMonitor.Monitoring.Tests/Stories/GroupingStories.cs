using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ports;
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
          on-call: { rotation: daily, handover: "10:10", firstTurn: 2026-03-01, members: [first@example.com, second@example.com] }
        fallbackContact: lead
        escalation:
          - when: { category: [quiet] }
            steps: [ { at: due, notify: [lead] } ]
            quietHours: { calendar: day }
          - when: { category: [duty] }
            steps: [ { at: due, notify: [on-call] } ]
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
        foreach (var minute in (int[])[0, 3, 9]) await _desk.OpensAsync($"03-02 09:0{minute}", $"T{minute}");
        await _desk.UntilAsync("03-02 10:01");
        Assert.Equal(["lead: breach due of T0"], NewMailsToTheLead());

        await _desk.UntilAsync("03-02 10:16");
        Assert.Empty(NewMailsToTheLead());

        await _desk.UntilAsync("03-02 10:17");
        Assert.Equal(
            [
                "lead: breach due of T3 (since 03-02 10:03); breach due of T9 (since 03-02 10:09); "
                + "breach due + 15m elapsed of T0 (since 03-02 10:15)",
            ],
            NewMailsToTheLead());
    }

    [Fact]
    public async Task BreachOfAnEmergency_ComesAtOnce_AndTakesAlongWhatWaits()
    {
        await _desk.OpensAsync("03-02 09:00", "A");
        await _desk.OpensAsync("03-02 09:05", "B");
        await _desk.OpensAsync("03-02 09:08", "E", emergency: true);
        await _desk.UntilAsync("03-02 10:08");
        Assert.Equal(["lead: breach due of A"], NewMailsToTheLead());

        await _desk.UntilAsync("03-02 10:09");
        Assert.Equal(["lead: breach due of B (since 03-02 10:05); breach due of E"], NewMailsToTheLead());
    }

    [Fact]
    public async Task BreachIsSettledWhileItWaits_ItIsToldAsSettled()
    {
        await TheBreachOfBWaitsAsync();
        await _desk.RepliesAsync("03-02 10:12", "B");
        await _desk.UntilAsync("03-02 10:17");

        var told = _desk.Place.Contents.Where(mail => mail.Reader.Address == "lead@example.com").SelectMany(mail => mail.Items)
            .Single(item => item.Explanation.Clock.Ticket.Id == "B");
        Assert.Equal((Desk.At("03-02 10:12"), null), (told.Explanation.Clock.EndedAt, told.AcknowledgeUrl));
    }

    [Fact]
    public async Task AnsweredInTimeWhileTheWarningWaits_NobodyIsWarned()
    {
        await _desk.OpensAsync("03-02 09:00", "A");
        await _desk.OpensAsync("03-02 09:02", "B"); // its warning stands at 09:50, and waits until 09:55
        await _desk.RepliesAsync("03-02 09:53", "B");
        await _desk.UntilAsync("03-02 10:40");

        Assert.DoesNotContain(_desk.NewMails(), mail => mail.Contains("of B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TakenWhileItWaits_NobodyElseHearsOfIt_UntilTheAcknowledgementExpires()
    {
        await TheBreachOfBWaitsAsync();
        await _desk.TakesAsync("03-02 10:12", "ben", "B");
        _desk.NewMails();

        await _desk.UntilAsync("03-02 14:12");
        Assert.DoesNotContain(_desk.NewMails(), mail => mail.Contains("of B", StringComparison.Ordinal));

        await _desk.UntilAsync("03-02 14:13");
        Assert.Equal(["lead: breach due + 15m elapsed of B (since 03-02 10:25)"], NewMailsToTheLead());
    }

    [Fact]
    public async Task KeptAfterAll_WhoeverWasToldHearsItWithTheNextMail_AndNobodyElse()
    {
        await TheBreachOfBWaitsAsync();
        await _desk.RepliesAsync("03-02 09:59", "A", told: "03-02 10:12");
        await _desk.RepliesAsync("03-02 10:00", "B", told: "03-02 10:12");
        _desk.NewMails();

        await _desk.UntilAsync("03-02 11:00");
        Assert.Equal(["anna: all-clear of A", "lead: all-clear of A"], _desk.NewMails());
        Assert.Equal(Desk.At("03-02 10:17"), _desk.Place.Contents.Last(mail => mail.Reader.Address == "lead@example.com").WrittenAt);
    }

    [Fact]
    public async Task NothingWaitsIntoTheQuietHours()
    {
        await _desk.OpensAsync("03-02 16:50", "A");
        await _desk.OpensAsync("03-02 16:54", "Q", category: "quiet");
        await _desk.UntilAsync("03-02 17:51");
        Assert.Equal(["lead: breach due of A"], NewMailsToTheLead());

        await _desk.UntilAsync("03-02 17:55"); // in a quarter of an hour it would be quiet
        Assert.Equal(["lead: breach due of Q"], NewMailsToTheLead());
    }

    [Fact]
    public async Task DutyIsHandedOverWhileSomethingWaits_WhoeverHasItThenIsTold()
    {
        await _desk.OpensAsync("03-02 09:00", "A", category: "duty");
        await _desk.OpensAsync("03-02 09:05", "B", category: "duty");
        await _desk.UntilAsync("03-02 10:15");
        Assert.Equal(["first: breach due of A"], _desk.NewMails());

        await _desk.UntilAsync("03-02 10:17");
        Assert.Equal(["second: breach due of B (since 03-02 10:05)"], _desk.NewMails());
    }

    [Fact]
    public async Task TurnedOffForAContact_EachMailComesAtOnce()
    {
        _desk.Dispose();
        _desk = new Desk(Agreement.Replace("lead@example.com", "lead@example.com, grouping: { every: 0 }", StringComparison.Ordinal));
        foreach (var minute in (int[])[0, 3, 9]) await _desk.OpensAsync($"03-02 09:0{minute}", $"T{minute}");
        await _desk.UntilAsync("03-02 10:12");

        Assert.Equal(["lead: breach due of T0", "lead: breach due of T3", "lead: breach due of T9"], NewMailsToTheLead());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RestartWhileSomethingWaits_ItIsToldAllTheSame_Once(bool notesAreLost)
    {
        await TheBreachOfBWaitsAsync();
        if (notesAreLost) await _desk.Place.Get<MailboxNotes>().KeepAsync("lead@example.com", Mailbox.Empty, default);

        // Whatever a process had in its memory is gone.
        _desk.Place.Clock.Reset(Desk.At("03-02 10:17"));
        var notes = new MailboxNotes(_desk.Place.Get<IMonitorNotes>(), _desk.Place.Time);
        await _desk.Place.Make<DeadlineEvaluator>(notes).EvaluateAsync(default);
        await _desk.Place.NotifyAllAsync();
        await _desk.UntilAsync("03-02 10:20");

        Assert.Equal(
            ["lead: breach due of B (since 03-02 10:10); breach due + 15m elapsed of A"],
            NewMailsToTheLead());
    }

    [Fact]
    public async Task TheExplanation_SaysWhatWaitsForTheNextMailOfWhom()
    {
        await TheBreachOfBWaitsAsync();
        Assert.Contains(
            "To come Mon 2026-03-02 10:14:00: response, cycle 1, due, to ben@example.com, lead@example.com; "
            + "it stood at Mon 2026-03-02 10:10:00 and waits for their next mail.",
            await ExplainAsync());

        await _desk.UntilAsync("03-02 10:15");
        Assert.Contains(
            "To come Mon 2026-03-02 10:16:00: response, cycle 1, due, to lead@example.com; "
            + "it stood at Mon 2026-03-02 10:10:00 and waits for their next mail.",
            await ExplainAsync());

        async Task<string[]> ExplainAsync() =>
            (await _desk.Place.Get<TicketViews>().ExplainAsync("B", default))!.Split(Environment.NewLine);
    }

    [Fact]
    public async Task MoreTicketsWaitThanANoteHolds_AllAreTold_Once()
    {
        await _desk.OpensAsync("03-02 09:00", "A", category: "quiet");
        var name = new string('x', 90);
        for (var i = 0; i < 300; i++)
            await _desk.HappensAsync("03-02 09:05", TicketEventType.Created, $"{name}-{i:000}", new() { Category = "quiet" });
        await _desk.OpensAsync("03-02 09:08", "E", emergency: true, category: "quiet");
        await _desk.UntilAsync("03-02 10:22"); // a quarter of an hour after it was found that they have to wait

        // Those that the note holds go along with the emergency, the others come when they have to.
        Assert.Equal([1, 167, 134], _desk.Place.Contents.Select(mail => mail.Items.Count));
        Assert.Equal(302, _desk.Place.Contents.SelectMany(mail => mail.Items).Select(item => item.NotificationId).Distinct().Count());
    }

    public void Dispose() => _desk.Dispose();

    /// <summary>The lead was told of A at 10:01. B, which Ben has, broke at 10:10, and the lead is to hear of it by 10:16.</summary>
    private async Task TheBreachOfBWaitsAsync()
    {
        await _desk.OpensAsync("03-02 09:00", "A");
        await _desk.OpensAsync("03-02 09:10", "B", assignee: "ben");
        await _desk.UntilAsync("03-02 10:11");
        Assert.Equal(["lead: breach due of A"], NewMailsToTheLead());
    }

    private IEnumerable<string> NewMailsToTheLead() => _desk.NewMails().Where(mail => mail.StartsWith("lead", StringComparison.Ordinal));
}
