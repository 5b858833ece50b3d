using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Health;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Views;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>What people on call by a calendar live through: real HTTP, real files and stores.</summary>
public sealed class FeedStories : IAsyncLifetime
{
    private static readonly string Week = Shift("first", "20260330T090000", "20260406T090000");
    private static readonly string NextWeek = Shift("second", "20260406T090000", "20260413T090000");

    private FeedDesk _feed = null!;

    private Desk Desk => _feed.Desk;

    public async Task InitializeAsync() => _feed = await FeedDesk.OpenAsync();

    public async Task DisposeAsync() => await _feed.DisposeAsync();

    [Fact]
    public async Task SwapInTheMiddleOfTheNight_TheNextStepGoesToWhoeverTookOver()
    {
        _feed.Plans(Week, NextWeek);
        await Desk.OpensAsync("04-02 23:30", "E", emergency: true);
        await Desk.UntilAsync("04-03 00:01");
        Assert.Equal(["anna: warning 50% of E", "first: warning 50% of E"], Desk.NewMails());

        _feed.Plans(Week, NextWeek, Shift("third", "20260403T001500", "20260403T090000"));
        await Desk.UntilAsync("04-03 00:31");
        Assert.Equal(["lead: breach due of E", "third: breach due of E"], Desk.NewMails());
    }

    [Fact]
    public async Task HandoverOnAHoliday_IsAHandover()
    {
        _feed.Plans(Week, Shift("third", "20260403T090000", "20260406T090000")); // Good Friday
        await Desk.OpensAsync("04-03 08:15", "E", emergency: true);
        await Desk.UntilAsync("04-03 08:46");
        Assert.Equal(["anna: warning 50% of E", "first: warning 50% of E"], Desk.NewMails());

        await Desk.UntilAsync("04-03 09:16");
        Assert.Equal(["lead: breach due of E", "third: breach due of E"], Desk.NewMails());
    }

    [Fact]
    public async Task NobodyIsOnCall_TheOthersOfTheStepAreTold_ElseTheFallback()
    {
        _feed.Plans(Shift("first", "20260330T090000", "20260402T090000"));
        await Desk.OpensAsync("04-02 23:30", "E", emergency: true, assignee: "nobody known");
        await Desk.UntilAsync("04-03 00:01");
        Assert.Equal(["boss: warning 50% of E"], Desk.NewMails()); // 50% tells the assignee and who is on call: nobody

        await Desk.UntilAsync("04-03 00:31");
        Assert.Equal(["lead: breach due of E"], Desk.NewMails());
    }

    [Fact]
    public async Task ServerFails_TheLastPlanIsInForce_AndTheHealthSaysWhy()
    {
        _feed.Plans(Week, NextWeek);
        await Desk.OpensAsync("04-02 23:30", "E", emergency: true);
        _feed.Plans();
        _feed.Server.Answer = (context, _) => Task.FromResult(context.Response.StatusCode = StatusCodes.Status500InternalServerError);
        await Desk.UntilAsync("04-03 00:01");
        Assert.Equal(["anna: warning 50% of E", "first: warning 50% of E"], Desk.NewMails());

        var health = await Desk.Place.Get<MonitorHealth>().LookAsync(default);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Equal(
            [$"http://{_feed.Server.Address.Authority}/…:1:1: error: the calendar cannot be fetched: it answered 500; "
                + "the copy of 2026-04-02 21:30 UTC stays in force"],
            health.Problems);
    }

    [Fact]
    public async Task Bounce_TheNextOfTheCalendarIsTold()
    {
        _feed.Plans(Week, NextWeek);
        await Desk.OpensAsync("04-02 23:30", "E", emergency: true);
        await Desk.UntilAsync("04-03 00:31");
        Desk.NewMails();

        await Desk.BouncesAsync("first");
        Assert.Equal(["second: undelivered due of E, first not reached"], Desk.NewMails());
    }

    /// <summary>Who evaluates and who mails may be two instances, and the one that mails may have started a moment ago.</summary>
    [Fact]
    public async Task FreshInstanceWritesTheMail_AlsoToldNamesWhoIsOnCall()
    {
        _feed.Plans(Week, NextWeek);
        await Desk.OpensAsync("04-02 23:30", "E", emergency: true);
        await Desk.UntilAsync("04-03 00:01");
        Desk.Place.Clock.Reset(Stories.Desk.At("04-03 00:31"));
        await Desk.Place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        var orders = (await Desk.Place.TakeAllAsync()).Select(message => MailOrderJson.Read(message.Body));
        var toLead = orders.Single(order => order.Recipient == "lead@example.com");

        var (mail, _, _) = await Desk.Place.Make<MailContentsBuilder>(_feed.OfFreshInstance()).BuildAsync(toLead, toLead.Items, default);

        Assert.Equal(["first@example.com"], mail!.Items.Single().AlsoTold);
    }

    [Fact]
    public async Task Ticket_ShowsWhoIsOnCallAndWhoIsNext_OrThatNobodyIs()
    {
        _feed.Plans(NextWeek);
        await Desk.OpensAsync("04-06 08:30", "E", emergency: true);
        Assert.Contains(
            "On call (on-call): nobody; second@example.com from Mon 2026-04-06 09:00:00.", await ShownAsync(), StringComparison.Ordinal);

        await Desk.UntilAsync("04-06 09:00");
        Assert.Contains("On call (on-call): second@example.com.", await ShownAsync(), StringComparison.Ordinal);

        Task<string?> ShownAsync() => Desk.Place.Get<TicketViews>().ExplainAsync("E", default);
    }

    private static string Shift(string who, string from, string to) =>
        CalendarText.Shift($"{who}@example.com", $";TZID=Europe/Berlin:{from}", $";TZID=Europe/Berlin:{to}");
}
