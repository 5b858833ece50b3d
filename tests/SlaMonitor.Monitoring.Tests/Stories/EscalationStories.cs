using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>What people live through with the monitor. 2 March is a Monday; <see cref="StoryAgreement"/> is what was agreed.</summary>
public sealed class EscalationStories : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task NobodyRepliesAtNightToANormalTicket_AndNobodyIsWoken()
    {
        await _desk.OpensAsync("03-02 14:00", "T"); // 8 h of office time: half is used up at 18:00, all of it on Tuesday at 13:00
        await _desk.UntilAsync("03-03 08:59");
        Assert.Empty(_desk.NewMails());

        await _desk.UntilAsync("03-03 09:02");
        Assert.Equal(["anna: warning 50% of T (since 03-02 18:00)"], _desk.NewMails());

        await _desk.UntilAsync("03-03 14:00");
        Assert.Equal(["anna: breach due of T", "first: breach due of T"], _desk.NewMails());
    }

    [Fact]
    public async Task EmergencyOnAHoliday_WakesWhoeverIsOnCall()
    {
        await _desk.OpensAsync("04-03 02:00", "E", emergency: true); // Good Friday, at night; the fifth week: it is second's turn

        await _desk.UntilAsync("04-03 02:31");
        Assert.Equal(["anna: warning 50% of E", "second: warning 50% of E"], _desk.NewMails());

        await _desk.UntilAsync("04-03 03:01");
        Assert.Equal(["lead: breach due of E", "second: breach due of E"], _desk.NewMails());

        await _desk.UntilAsync("04-03 04:01");
        Assert.Equal(["boss: breach due + 1h elapsed of E", "lead: breach due + 1h elapsed of E"], _desk.NewMails());
    }

    [Fact]
    public async Task Acknowledged_ThenExpired_TheStepsThatWereHeldBackCome()
    {
        await _desk.OpensAsync("03-02 09:00", "T"); // half at 13:00, due at 17:00, due + 2h on Tuesday at 10:00
        await _desk.UntilAsync("03-02 13:01");
        Assert.Equal(["anna: warning 50% of T"], _desk.NewMails());

        var page = await _desk.TakesAsync("03-02 13:30", "anna", "T");
        Assert.Equal((AcknowledgeState.Taken, true, Desk.At("03-02 17:30")), (page.State, page.JustTaken, page.Promises[0].Until));

        await _desk.UntilAsync("03-02 17:30");
        Assert.Empty(_desk.NewMails()); // due at 17:00, and Anna has it

        await _desk.UntilAsync("03-02 17:32");
        Assert.Equal(["anna: breach due of T (since 03-02 17:00)", "first: breach due of T (since 03-02 17:00)"], _desk.NewMails());
    }

    [Fact]
    public async Task Acknowledged_AndReplied_NobodyElseHearsOfIt()
    {
        await _desk.OpensAsync("03-02 09:00", "T");
        await _desk.TakesAsync("03-02 13:30", "anna", "T");
        await _desk.RepliesAsync("03-02 17:15", "T"); // late, but in good hands
        await _desk.UntilAsync("03-05 09:00");

        Assert.Equal(["anna: warning 50% of T"], _desk.NewMails());
    }

    [Fact]
    public async Task Acknowledged_TheStepThatComesInAnyCase_SaysWhoHasIt()
    {
        await _desk.OpensAsync("03-02 09:00", "T");
        await _desk.UntilAsync("03-02 17:01");
        await _desk.TakesAsync("03-02 17:30", "first", "T");
        _desk.NewMails();

        await _desk.UntilAsync("03-02 20:01"); // due + 3h elapsed: quiet hours do not hold it, and no acknowledgement
        Assert.Equal(
            ["boss: breach due + 3h elapsed of T, taken by first", "lead: breach due + 3h elapsed of T, taken by first"], _desk.NewMails());
    }

    [Fact]
    public async Task TheSecondPerson_SeesThatItIsTakenAndSinceWhen()
    {
        await _desk.OpensAsync("03-02 09:00", "T");
        await _desk.TakesAsync("03-02 17:10", "first", "T");

        var second = await _desk.TakesAsync("03-02 17:20", "anna", "T");
        Assert.Equal(
            (AcknowledgeState.Taken, "first@example.com", Desk.At("03-02 17:10"), Desk.At("03-02 21:10"), false),
            (second.State, second.Promises[0].By, second.Promises[0].At, second.Promises[0].Until, second.JustTaken));
    }

    [Fact]
    public async Task PriorityRaisedTwice_EachBudgetWarnsForItself_AndGoingBackWarnsNobodyAgain()
    {
        await _desk.OpensAsync("03-02 09:00", "T", priority: TicketPriority.Normal);
        await _desk.UntilAsync("03-02 13:01");
        Assert.Equal(["anna: warning 50% of T"], _desk.NewMails()); // four of eight hours

        await _desk.HappensAsync("03-02 13:01", TicketEventType.Updated, "T", new() { Priority = TicketPriority.Urgent });
        await _desk.UntilAsync("03-02 13:03");
        // Four of two hours.
        Assert.Equal(["anna: breach due of T", "first: breach due of T", "lead: breach due + 2h of T"], _desk.NewMails());

        await _desk.HappensAsync("03-02 13:03", TicketEventType.Updated, "T", new() { Priority = TicketPriority.Normal });
        await _desk.HappensAsync("03-02 13:04", TicketEventType.Updated, "T", new() { Priority = TicketPriority.Urgent });
        await _desk.UntilAsync("03-02 13:59");
        Assert.Empty(_desk.NewMails());
    }

    [Fact]
    public async Task TwoEvaluatorsAtOnce_TellEachPersonOnce()
    {
        for (var i = 1; i <= 5; i++) await _desk.OpensAsync("03-02 09:00", $"T{i}");
        _desk.Place.Clock.Reset(Desk.At("03-02 13:01"));

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _desk.Place.Get<DeadlineEvaluator>().EvaluateAsync(default))));
        await _desk.Place.NotifyAllAsync();

        var told = _desk.Place.Contents
            .SelectMany(mail => mail.Items)
            .Select(item => item.Explanation.Clock.Ticket.Id)
            .Order(StringComparer.Ordinal);
        Assert.Equal(["T1", "T2", "T3", "T4", "T5"], told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RestartInTheMiddle_NobodyIsToldTwice_AndNobodyIsForgotten(bool afterTheQueueHadIt)
    {
        await _desk.OpensAsync("03-02 09:00", "A");
        await _desk.OpensAsync("03-02 09:00", "B");
        _desk.Place.Clock.Reset(Desk.At("03-02 13:01"));
        var dying = _desk.Place.Make<DeadlineEvaluator>(
            new FaultyQueue(_desk.Place.Get<INotificationQueue>(), new Faults { DieAt = 1, AfterTheCall = afterTheQueueHadIt }));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dying.EvaluateAsync(default));

        await _desk.TickAsync();
        Assert.Equal(["anna: warning 50% of A; warning 50% of B"], _desk.NewMails());
        await _desk.TickAsync();
        Assert.Empty(_desk.NewMails());
    }

    [Fact]
    public async Task KeptAfterAll_WhoeverWasToldOtherwiseGetsAnAllClear_Once()
    {
        await _desk.OpensAsync("03-02 09:00", "T");
        await _desk.UntilAsync("03-02 17:01");
        _desk.NewMails();

        await _desk.RepliesAsync("03-02 16:00", "T", told: "03-02 17:10"); // the helpdesk's webhook was late
        await _desk.UntilAsync("03-02 17:12");
        Assert.Equal(["anna: all-clear of T", "first: all-clear of T"], _desk.NewMails());

        await _desk.UntilAsync("03-09 09:00");
        Assert.Empty(_desk.NewMails());
    }

    [Fact]
    public async Task KeptInTimeAfterAWarning_NeedsNoAllClear()
    {
        await _desk.OpensAsync("03-02 09:00", "T");
        await _desk.RepliesAsync("03-02 16:00", "T");
        await _desk.UntilAsync("03-09 09:00");

        Assert.Equal(["anna: warning 50% of T"], _desk.NewMails());
    }

    [Fact]
    public async Task QuietHours_EverythingThatWaitedForOnePerson_IsOneMailAtTheOpening()
    {
        await _desk.OpensAsync("03-02 14:00", "A"); // half at 18:00
        await _desk.OpensAsync("03-02 14:00", "B");
        await _desk.OpensAsync("03-02 16:00", "C", priority: TicketPriority.Urgent); // half at 17:00, due at 18:00
        await _desk.UntilAsync("03-03 09:00");
        Assert.Equal(
            ["anna: warning 50% of C", "boss: breach due + 3h elapsed of C", "lead: breach due + 3h elapsed of C"],
            _desk.NewMails());

        await _desk.UntilAsync("03-03 09:02");
        Assert.Equal(
            [
                "anna: breach due of C (since 03-02 18:00); warning 50% of A (since 03-02 18:00); warning 50% of B (since 03-02 18:00)",
                "first: breach due of C (since 03-02 18:00)",
            ],
            _desk.NewMails());
    }

    [Fact]
    public async Task StormOf500Breaches_ToOnePerson_IsOneMail()
    {
        for (var i = 0; i < 500; i++)
            await _desk.HappensAsync("03-02 09:00", TicketEventType.Created, $"T{i:000}", new() { Assignee = "anna" });
        _desk.Place.Clock.Reset(Desk.At("03-02 17:01"));
        await _desk.TickAsync();

        Assert.Equal(["anna", "first"], _desk.Place.Mailer.Mails.Select(mail => mail.To.Split('@')[0]).Order(StringComparer.Ordinal));
        Assert.All(_desk.Place.Contents, mail => Assert.Equal(500, mail.Items.Count));
    }

    [Fact]
    public async Task Bounce_TellsTheNextInTheRotation_ThenTheNextStep_ThenTheFallback_EachOnce()
    {
        await _desk.OpensAsync("03-02 09:00", "T");
        await _desk.UntilAsync("03-02 17:01");
        _desk.NewMails();

        await _desk.BouncesAsync("first");
        await _desk.BouncesAsync("first"); // the mail system tells it twice
        Assert.Equal(["second: undelivered due of T, first not reached"], _desk.NewMails());

        await _desk.BouncesAsync("second", DeliveryKind.Dropped);
        Assert.Equal(["third: undelivered due of T, second not reached"], _desk.NewMails());

        await _desk.BouncesAsync("third", DeliveryKind.SpamReport);
        Assert.Equal(["lead: undelivered due of T, third not reached"], _desk.NewMails()); // due + 2h would tell the lead

        await _desk.BouncesAsync("lead");
        Assert.Equal(["boss: undelivered due of T, lead not reached"], _desk.NewMails());

        await _desk.BouncesAsync("boss");
        Assert.Empty(_desk.NewMails()); // nobody is left
        Assert.Equal(5, (await _desk.Place.Ledger.ListAsync("T", default)).Count(record => record.State == NotificationState.Undelivered));
    }

    [Fact]
    public async Task Bounce_OfAPromiseThatSomebodyHasTaken_TellsNobody()
    {
        await _desk.OpensAsync("03-02 09:00", "T");
        await _desk.TakesAsync("03-02 17:10", "anna", "T");
        _desk.NewMails();

        await _desk.BouncesAsync("first");
        Assert.Empty(_desk.NewMails());
    }

    [Fact]
    public async Task MailRefusedAtOnce_TellsTheNextAsABounceDoes()
    {
        await _desk.OpensAsync("03-02 09:00", "T", assignee: "lead");
        _desk.Place.Mailer.Script.Enqueue(new SendOutcome.Refused("550 no such user"));
        await _desk.UntilAsync("03-02 13:01");

        Assert.Equal(["first: undelivered 50% of T, lead not reached", "lead: warning 50% of T"], _desk.NewMails());
    }

    [Fact]
    public async Task TheExplanation_SaysWhoWasTold_WhoHasIt_WhatWaitsUntilWhen_AndWhoIsNext()
    {
        await _desk.OpensAsync("03-02 09:00", "T");
        await _desk.TakesAsync("03-02 13:30", "anna", "T");

        var text = (await _desk.Place.Get<TicketViews>().ExplainAsync("T", default))!.Split(Environment.NewLine);
        string[] expected =
        [
            "Taken by anna@example.com: Mon 2026-03-02 13:30:00 – 17:30:00.",
            "Told anna@example.com of response, cycle 1, 50%: sent Mon 2026-03-02 13:01:00.",
            "To come Mon 2026-03-02 17:30:00: response, cycle 1, due, to anna@example.com, first@example.com; "
            + "it stood at Mon 2026-03-02 17:00:00 and waits for the acknowledgement to expire.",
            "To come Tue 2026-03-03 10:00:00: response, cycle 1, due + 2h, to lead@example.com.",
            "On call (on-call): first@example.com; second@example.com from Mon 2026-03-09 09:00:00.",
        ];
        Assert.All(expected, line => Assert.Contains(line, text));
    }

    public void Dispose() => _desk.Dispose();
}
