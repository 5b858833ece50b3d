using Moq;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Probes;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Reporting.Monthly;

namespace SlaMonitor.Monitoring.Tests.Reporting;

/// <summary>Events in, report mails out: on the first working day, to whom the agreement says, each once.</summary>
public sealed class MonthlyReportTests : MonthlyReportBench
{
    [Fact]
    public async Task GoOnAsync_FirstWorkingHourOfTheMonth_MailsEachReaderInTheirLanguageOnce()
    {
        await BeginAsync(AtOnce);

        Assert.Empty(await MailsAtAsync(FirstOfApril - Duration.FromSeconds(1)));
        var mails = await MailsAtAsync(FirstOfApril);

        Assert.Equal(["client@example.com", "lead@example.com", "support@example.com"], mails.Select(mail => mail.To).Order());
        Assert.Equal("en", mails.Single(mail => mail.To == "support@example.com").Language);
        Assert.StartsWith("zh", mails.Single(mail => mail.To == "client@example.com").Language, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.Contains("50", mail.Text, StringComparison.Ordinal)); // two kept, two broken
        Assert.All(mails, mail => Assert.Equal("office-2026-03.xlsx", Assert.Single(mail.Attachments).Name));
        Assert.All(mails, mail => Assert.True(mail.Attachments[0].Content.Span.StartsWith("PK"u8)));
        Assert.All(mails, mail => Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase));

        Assert.Empty(await MailsAtAsync(FirstOfApril + Duration.FromHours(1)));
        Assert.Empty(await MailsAtAsync(FirstOfApril + Duration.FromDays(20)));
        Assert.Equal(3, (await MailsAtAsync(Instant.FromUtc(2026, 5, 1, 7, 0))).Count);
    }

    [Fact]
    public async Task GoOnAsync_AnotherMonitorOrACrashBeforeTheNote_SendsNoSecondMail()
    {
        await BeginAsync(AtOnce);
        Assert.Equal(3, (await MailsAtAsync(FirstOfApril)).Count);
        var forgetful = new Mock<IMonitorNotes>();

        var another = Place.Make<MonthlyReports>();
        await another.GoOnAsync(default);
        await Place.Make<MonthlyReports>(forgetful.Object).GoOnAsync(default);
        await Place.NotifyAllAsync();

        Assert.Equal(3, Place.Mailer.Mails.Count);
        forgetful.Verify(notes => notes.KeepAsync(It.IsAny<MonitorNote>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task GoOnAsync_FirstOfTheMonthIsASaturday_WaitsForMonday()
    {
        await BeginAsync(AtOnce);
        await MailsAtAsync(Instant.FromUtc(2026, 7, 31, 7, 0));

        Assert.Empty(await MailsAtAsync(Instant.FromUtc(2026, 8, 2, 20, 0)));
        Assert.Equal(3, (await MailsAtAsync(Instant.FromUtc(2026, 8, 3, 7, 0))).Count);
    }

    [Fact]
    public async Task GoOnAsync_NobodyIsNamed_MailsNobody()
    {
        await BeginAsync(reports: null);

        Assert.Empty(await MailsAtAsync(FirstOfApril));
    }

    [Fact]
    public async Task Approval_IsAskedForFirst_AndTheCustomerGetsTheReportOnceItIsGiven()
    {
        await BeginAsync(Approved);
        var mails = await MailsAtAsync(FirstOfApril);
        Assert.Equal(["lead@example.com", "support@example.com"], mails.Select(mail => mail.To).Order());
        var asked = mails.Single(mail => mail.To == "lead@example.com");
        var token = Link().Match(asked.Text).Groups["token"].Value;
        var approval = Place.Get<ReportApproval>();

        Assert.Equal(ApprovalStand.Open, (await approval.LookAsync(token, default)).Stand);
        await Place.NotifyAllAsync();
        Assert.Equal(2, Place.Mailer.Mails.Count);

        for (var twice = 0; twice < 2; twice++)
        {
            Assert.Equal(ApprovalStand.Approved, (await approval.ApproveAsync(token, default)).Stand);
            await Place.NotifyAllAsync();
        }

        Assert.Equal("client@example.com", Assert.Single(Place.Mailer.Mails.Skip(2)).To);
        Assert.Equal(ApprovalStand.Invalid, (await approval.ApproveAsync(token[..^3], default)).Stand);
        Place.Clock.Advance(Duration.FromDays(365));
        Assert.Equal(ApprovalStand.Expired, (await approval.ApproveAsync(token, default)).Stand);
    }

    [Fact]
    public async Task Approval_ThatNobodyGives_IsSeenInTheHealth_UntilItIsGiven()
    {
        await BeginAsync(Approved);
        var asked = (await MailsAtAsync(FirstOfApril)).Single(mail => mail.To == "lead@example.com");
        Assert.Empty((await LookAsync()).Reasons);

        Place.Clock.Advance(Duration.FromDays(2) + Duration.FromSeconds(1));
        var waits = await LookAsync();
        Assert.Equal(HealthStatus.Degraded, waits.Status);
        Assert.Equal(
            $"The report of office on 2026-03 waits since {FirstOfApril} for lead to approve it: the customer has not got it.",
            Assert.Single(waits.Reasons));

        // After the three days of other links as well.
        Place.Clock.Advance(Duration.FromDays(20));
        await Place.Get<ReportApproval>().ApproveAsync(Link().Match(asked.Text).Groups["token"].Value, default);
        Assert.Empty((await LookAsync()).Reasons);
    }

    [Fact]
    public async Task Approval_ThatNobodyGives_IsSeenForEachMonth_UntilItsTimeIsLongOver()
    {
        await BeginAsync(Approved);
        await MailsAtAsync(FirstOfApril);
        await MailsAtAsync(Instant.FromUtc(2026, 5, 4, 7, 0));
        await MailsAtAsync(Instant.FromUtc(2026, 6, 1, 7, 0));
        Place.Clock.Advance(Duration.FromDays(3));
        Assert.Equal(["2026-03", "2026-04", "2026-05"], await WaitingAsync());

        await Place.Get<ReportApprovals>().GivenAsync("office", ReportSpan.Parse("2026-04")!, default);
        await Place.Get<ReportApprovals>().AskedAsync("office", ReportSpan.Parse("2026-04")!, default); // again, after a crash
        Assert.Equal(["2026-03", "2026-05"], await WaitingAsync());

        await MailsAtAsync(Instant.FromUtc(2026, 7, 1, 7, 0));
        Place.Clock.Advance(Duration.FromDays(3));
        Assert.Equal(["2026-05", "2026-06"], await WaitingAsync());

        async Task<IEnumerable<string>> WaitingAsync() => (await LookAsync()).Reasons.Select(reason => reason.Split(' ')[5]);
    }

    [Fact]
    public async Task GoOnAsync_OneAgreementFails_IsSeenInTheHealthForAnHour()
    {
        await BeginAsync(AtOnce);
        var full = new Mock<INotificationQueue>();
        full.Setup(queue => queue.SendAsync(It.IsAny<IReadOnlyList<OutgoingMessage>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("a mistake of ours"));
        Place.Clock.Reset(FirstOfApril);
        await Place.Get<OutcomeFiling>().GoOnAsync(default);

        await Place.Make<MonthlyReports>(full.Object).GoOnAsync(default);

        Assert.Contains("a mistake of ours", Assert.Single((await LookAsync()).Reasons), StringComparison.Ordinal);
        Place.Time.Advance(TimeSpan.FromHours(2));
        Assert.Empty((await LookAsync()).Reasons);
    }

    [Fact]
    public async Task GoOnAsync_AfterTheTerm_ReportsOnItsLastMonth_AndOnNoneAfterIt()
    {
        await BeginAsync(AtOnce, term: "{ from: 2020-01-01, to: 2026-03-31 }");

        Assert.Equal(3, (await MailsAtAsync(FirstOfApril)).Count);
        Assert.Empty(await MailsAtAsync(Instant.FromUtc(2026, 5, 4, 7, 0)));
    }

    [Fact]
    public async Task MakeAsync_LateNewsAfterTheReportWasSent_SaysWhatHasChanged()
    {
        await BeginAsync(AtOnce);
        await MailsAtAsync(FirstOfApril);
        Assert.Null((await MarchAsync()).Restated);

        await IngestAsync("T-2", TicketEventType.Resolved, "2026-03-02T08:30:00Z");

        var restated = (await MarchAsync()).Restated!;
        Assert.Equal(FirstOfApril, restated.SentAsOf);
        Assert.Equal(2, restated.NotBroken.Count);
    }

    [Fact]
    public async Task MakeAsync_MonthsBefore_AreInTheTrendOnceTheyWereReportedOn()
    {
        await BeginAsync(AtOnce);
        await MailsAtAsync(FirstOfApril);
        Place.Clock.Reset(Instant.FromUtc(2026, 4, 15, 7, 0));

        var april = await ReportAsync("2026-04");

        Assert.Equal([("2026-03", 2, 2), ("2026-04", 0, 0)], april.Trend.Select(m => ($"{m.Month}", m.Promises.Met, m.Promises.Breached)));
    }

    private Task<ProbeResult> LookAsync() => Place.Make<ReportProbe>().LookAsync(default);
}
