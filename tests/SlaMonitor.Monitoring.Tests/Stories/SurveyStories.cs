using System.Text.RegularExpressions;
using Moq;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Surveys;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Surveys;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>A ticket is resolved, its requester is asked, and what they click is a figure of the report.</summary>
public sealed partial class SurveyStories : IDisposable
{
    private const string Casey = "casey@example.org";

    private Desk _desk = With("ticket");

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task ResolvedTicket_ADayLater_AsksItsRequesterOnce_AndTheRatingIsInTheReport()
    {
        await ResolvesAsync("T-1", "03-02 10:00");
        await _desk.UntilAsync("03-03 09:59");
        Assert.Empty(Mails);

        await _desk.UntilAsync("03-20 12:00");
        var mail = Assert.Single(Mails);
        Assert.Equal(Casey, mail.To);
        Assert.Equal("How was our help with T-1 (No screen)?", mail.Subject);
        var links = Links(mail);
        Assert.Equal(5, links.Distinct().Count());
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);

        _desk.Place.Clock.Reset(Desk.At("03-05 09:00"));
        var opened = await Rater.LookAsync(links[4], default);
        Assert.Equal((SurveyStand.Open, 4), (opened.Stand, opened.Rating));
        Assert.Null((await ReportAsync()).Tickets.Satisfaction(5));

        Assert.Equal(SurveyStand.Rated, (await Rater.RateAsync(links[4], default)).Stand);
        var report = await ReportAsync();
        Assert.Equal((1, 4m), (report.Tickets.Answers, report.Tickets.Satisfaction(5)));
    }

    [Fact]
    public async Task Rating_ChangesWithinAWeek_CountsOnce_AndTwoClicksAreOne()
    {
        var links = await AskedAsync("T-1");
        foreach (var rating in (int[])[5, 5, 2, 2, 3]) await Rater.RateAsync(links[rating], default);

        Assert.Equal((1, 3m), ((await ReportAsync()).Tickets.Answers, (await ReportAsync()).Tickets.Satisfaction(5)));
        Assert.Equal(3, (await LogAsync("T-1")).Count(e => e.Type == TicketEventType.Rated));

        _desk.Place.Clock.Advance(Duration.FromDays(8));
        Assert.Equal(SurveyStand.Expired, (await Rater.RateAsync(links[5], default)).Stand);
        Assert.Equal(3m, (await ReportAsync()).Tickets.Satisfaction(5));
    }

    [Fact]
    public async Task Page_OffersEveryRating_ByLinksOfItsOwn_ThatAreGoodNoLonger()
    {
        var links = await AskedAsync("T-1");
        _desk.Place.Clock.Advance(Duration.FromDays(6));
        var page = await Rater.LookAsync(links[1], default);
        Assert.Equal([1, 2, 3, 4, 5], page.Choices.Select(choice => choice.Rating));

        Assert.Equal(SurveyStand.Rated, (await Rater.RateAsync(page.Choices[1].ActionUrl, default)).Stand);
        Assert.Equal(2m, (await ReportAsync()).Tickets.Satisfaction(5));
        _desk.Place.Clock.Advance(Duration.FromDays(2));
        Assert.Equal(SurveyStand.Expired, (await Rater.RateAsync(page.Choices[1].ActionUrl, default)).Stand);
    }

    [Fact]
    public async Task Link_ThatIsForged_OrOfAnotherKind_RatesNothing()
    {
        var links = await AskedAsync("T-1");
        var ofReport = _desk.Place.Get<AcknowledgeLinks>().ForReport("desk", "2026-03", Casey, Desk.At("03-03 12:00")).Segments[^1];

        foreach (var token in (string[])["forged", links[5][..^4], ofReport])
            Assert.Equal(SurveyStand.Invalid, (await Rater.RateAsync(token, default)).Stand);
        Assert.Equal(0, (await ReportAsync()).Tickets.Answers);

        // And the link of a survey takes no promise.
        Assert.Empty((await _desk.Place.Get<Acknowledger>().TakeAsync(links[5], default)).Promises);
    }

    [Fact]
    public async Task ReopenedBeforeTheDayIsOver_IsNotAsked_AndOnceForAll()
    {
        await ResolvesAsync("T-1", "03-02 10:00");
        await _desk.UntilAsync("03-02 20:00");
        await _desk.HappensAsync("03-02 20:00", TicketEventType.Reopened, "T-1");
        await _desk.UntilAsync("03-04 10:00");
        Assert.Empty(Mails);

        (string, string)[] turns = [("03-04 10:00", "03-06 10:00"), ("03-07 10:00", "03-12 10:00")];
        foreach (var (resolved, reopened) in turns)
        {
            await _desk.HappensAsync(resolved, TicketEventType.Resolved, "T-1");
            await _desk.UntilAsync(reopened);
            await _desk.HappensAsync(reopened, TicketEventType.Reopened, "T-1");
        }

        Assert.Single(Mails);
    }

    [Theory]
    [InlineData(TicketEventType.Closed)]
    [InlineData(TicketEventType.Deleted)]
    public async Task GivenUp_IsNotAsked(TicketEventType end)
    {
        await OpensAsync("T-1", "03-02 09:00", Casey);
        await _desk.HappensAsync("03-02 10:00", end, "T-1");
        await _desk.UntilAsync("03-20 10:00");

        Assert.Empty(Mails);
    }

    [Fact]
    public async Task RatedInTheHelpdesk_IsNotAsked()
    {
        await ResolvesAsync("T-1", "03-02 10:00");
        await _desk.HappensAsync("03-02 12:00", TicketEventType.Rated, "T-1", new TicketChange { Rating = 5 });
        await _desk.UntilAsync("03-20 10:00");

        Assert.Empty(Mails);
    }

    [Theory]
    [InlineData("8447")]
    [InlineData("casey@example.org", "kim@example.org")]
    [InlineData("Casey <casey@example.org>")]
    public async Task RequesterWhoseAddressIsNotKnown_IsNotAsked_AndCounted(params string[] requesters)
    {
        await OpensAsync("T-1", "03-02 09:00", requesters);
        await _desk.HappensAsync("03-02 10:00", TicketEventType.Resolved, "T-1");
        await _desk.UntilAsync("03-20 10:00");

        Assert.Empty(Mails);
        Assert.Equal(1, _desk.Place.Get<SurveyCounts>().Read()["surveys.requesterUnknown"]);
    }

    [Fact]
    public async Task OncePerQuarter_AsksEachRequesterOnceInIt_WhateverIsResolved()
    {
        Restart("quarter");
        await ResolvesAsync("T-1", "03-02 10:00");
        await ResolvesAsync("T-2", "03-03 10:00");
        await ResolvesAsync("T-3", "03-03 11:00", "kim@example.org");
        await _desk.UntilAsync("03-31 10:00");
        Assert.Equal([Casey, "kim@example.org"], Mails.Select(mail => mail.To).Order());

        await ResolvesAsync("T-4", "04-01 10:00");
        await _desk.UntilAsync("04-03 10:00");
        Assert.Equal(3, Mails.Count);
        Assert.Equal(Casey, Mails[2].To);
    }

    [Fact]
    public async Task AgreementWithoutSurvey_AsksNobody()
    {
        Restart(null);
        await ResolvesAsync("T-1", "03-02 10:00");
        await _desk.UntilAsync("03-20 10:00");

        Assert.Empty(Mails);
    }

    [Fact]
    public async Task ResolutionOfLongAgo_IsNotAsked()
    {
        _desk.Place.Clock.Reset(Desk.At("03-15 10:00"));
        await _desk.HappensAsync("03-02 09:00", TicketEventType.Created, "T-1", new TicketChange { Requesters = [Casey] });
        await _desk.HappensAsync("03-02 10:00", TicketEventType.Resolved, "T-1");
        await _desk.UntilAsync("03-20 10:00");

        Assert.Empty(Mails);
    }

    [Fact]
    public async Task TwoMonitors_AndACrashBeforeTheRecord_AskOnce()
    {
        await ResolvesAsync("T-1", "03-02 10:00");
        _desk.Place.Clock.Reset(Desk.At("03-03 10:01"));
        var forgetful = new Mock<ITicketStore>();
        forgetful.Setup(store => store.ReadDueAsync(It.IsAny<Instant>(), It.IsAny<int>(), default))
            .Returns((Instant until, int most, CancellationToken _) => _desk.Place.Store.ReadDueAsync(until, most, default));
        forgetful.Setup(store => store.LoadAsync(It.IsAny<string>(), default))
            .Returns((string id, CancellationToken _) => _desk.Place.Store.LoadAsync(id, default));
        forgetful.Setup(store => store.CommitAsync(It.IsAny<TicketCommit>(), default))
            .ThrowsAsync(new StoreUnavailableException("killed", new TimeoutException()));
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => _desk.Place.Make<DeadlineEvaluator>(forgetful.Object).EvaluateAsync(default));

        await _desk.TickAsync();
        await _desk.UntilAsync("03-20 10:00");

        Assert.Single(Mails);
    }

    [Fact]
    public async Task RefusedOrBouncedSurvey_TellsNobodyElse_LeavesNoDeadLetter_AndIsCounted()
    {
        _desk.Place.Mailer.Script.Enqueue(new SendOutcome.Refused("550 no such user"));
        await AskedAsync("T-1");
        Assert.Equal(1, _desk.Place.Get<SurveyCounts>().Read()["surveys.notSent"]);

        await ResolvesAsync("T-2", "03-05 10:00");
        await _desk.UntilAsync("03-06 12:00");
        var mail = Mails[^1];
        await _desk.Place.Get<IDeliveryReports>().AcceptAsync(
            [new(mail.NotificationId, string.Empty, mail.To, DeliveryKind.Bounced, "550", Desk.At("03-06 13:00"), "e1")], default);
        await _desk.Place.NotifyAllAsync();

        Assert.Equal(2, Mails.Count);
        Assert.Empty(await _desk.Place.Get<IDeadLetters>().ListAsync(0, 10, default));
    }

    [Fact]
    public async Task Chinese_AgreementInChinese_AsksAndAnswersInIt()
    {
        Restart("ticket", "zh-CN");
        var links = await AskedAsync("T-1");

        Assert.Contains("非常满意", Mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("您对本次请求的处理是否满意？", (await Rater.LookAsync(links[3], default)).Html(), StringComparison.Ordinal);
        Assert.Contains("谢谢。您的评价：3, 一般", (await Rater.RateAsync(links[3], default)).Html(), StringComparison.Ordinal);
    }

    private IReadOnlyList<Mail> Mails => _desk.Place.Mailer.Mails;

    private TicketRater Rater => _desk.Place.Get<TicketRater>();

    private static Desk With(string? every, string language = "en") => new($$"""
        agreement: desk
        effectiveFrom: 2026-01-01
        timeZone: Europe/Berlin
        language: {{language}}
        calendars: { always: 24x7 }
        targets: [ { id: resolution, metric: resolution, within: 700h, calendar: always } ]
        contacts: { lead: { email: lead@example.com } }
        indicators: { satisfaction: { atLeast: 4{{(every is null ? "" : $", surveyEvery: {every}")}} } }
        """);

    private void Restart(string? every, string language = "en")
    {
        _desk.Dispose();
        _desk = With(every, language);
    }

    private async Task OpensAsync(string ticket, string at, params string[] requesters)
    {
        await _desk.UntilAsync(at);
        await _desk.HappensAsync(at, TicketEventType.Created, ticket, new TicketChange { Title = "No screen", Requesters = requesters });
    }

    private async Task ResolvesAsync(string ticket, string at, string requester = Casey)
    {
        await OpensAsync(ticket, at, requester);
        _desk.Place.Clock.Advance(Duration.FromMinutes(1));
        await _desk.HappensAsync(at, TicketEventType.Resolved, ticket);
    }

    /// <summary>The tokens of the links of a ticket's survey, by their ratings.</summary>
    private async Task<IReadOnlyDictionary<int, string>> AskedAsync(string ticket)
    {
        await ResolvesAsync(ticket, "03-02 10:00");
        await _desk.UntilAsync("03-03 12:00");
        return Links(Mails[^1]);
    }

    private static Dictionary<int, string> Links(Mail mail) =>
        Link().Matches(mail.Text).ToDictionary(
            link => int.Parse(link.Groups["rating"].Value, null), link => link.Groups["token"].Value);

    private async Task<IReadOnlyList<TicketEvent>> LogAsync(string ticket) => (await _desk.Place.Store.LoadAsync(ticket, default))!.Events;

    private async Task<Report> ReportAsync()
    {
        var maker = _desk.Place.Get<ReportMaker>();
        return await maker.MakeAsync((await maker.FindAsync("desk", default))!, ReportSpan.Parse("2026-03")!, null, default);
    }

    [GeneratedRegex(
        @"^(?<rating>\d), [^\n]*\nhttps://sla\.example\.com/api/rate/(?<token>\S+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Link();
}
