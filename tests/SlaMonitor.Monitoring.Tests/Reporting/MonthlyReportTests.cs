using System.Text.RegularExpressions;
using Moq;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Probes;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Reporting.Monthly;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Reporting;

/// <summary>Events in, report mails out: on the first working day, to whom the agreement says, each once.</summary>
public sealed partial class MonthlyReportTests : IDisposable
{
    private const string AtOnce = "{ calendar: office, provider: [support, lead], customer: [client] }";
    private const string Approved = "{ calendar: office, provider: [support], customer: [client], approvedBy: lead }";

    // Wednesday; the clocks were put forward on Sunday.
    private static readonly Instant FirstOfApril = Instant.FromUtc(2026, 4, 1, 7, 0);

    private Workplace _place = null!;

    public void Dispose() => _place.Dispose();

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

        var another = _place.Make<MonthlyReports>();
        await another.GoOnAsync(default);
        await _place.Make<MonthlyReports>(forgetful.Object).GoOnAsync(default);
        await _place.NotifyAllAsync();

        Assert.Equal(3, _place.Mailer.Mails.Count);
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
        var approval = _place.Get<ReportApproval>();

        Assert.Equal(ApprovalStand.Open, (await approval.LookAsync(token, default)).Stand);
        await _place.NotifyAllAsync();
        Assert.Equal(2, _place.Mailer.Mails.Count);

        for (var twice = 0; twice < 2; twice++)
        {
            Assert.Equal(ApprovalStand.Approved, (await approval.ApproveAsync(token, default)).Stand);
            await _place.NotifyAllAsync();
        }

        Assert.Equal("client@example.com", Assert.Single(_place.Mailer.Mails.Skip(2)).To);
        Assert.Equal(ApprovalStand.Invalid, (await approval.ApproveAsync(token[..^3], default)).Stand);
        _place.Clock.Advance(Duration.FromDays(365));
        Assert.Equal(ApprovalStand.Expired, (await approval.ApproveAsync(token, default)).Stand);
    }

    [Fact]
    public async Task Approval_ThatNobodyGives_IsSeenInTheHealth_UntilItIsGiven()
    {
        await BeginAsync(Approved);
        var asked = (await MailsAtAsync(FirstOfApril)).Single(mail => mail.To == "lead@example.com");
        Assert.Empty((await LookAsync()).Reasons);

        _place.Clock.Advance(Duration.FromDays(2) + Duration.FromSeconds(1));
        var waits = await LookAsync();
        Assert.Equal(HealthStatus.Degraded, waits.Status);
        Assert.Equal(
            $"The report of office on 2026-03 waits since {FirstOfApril} for lead to approve it: the customer has not got it.",
            Assert.Single(waits.Reasons));

        // After the three days of other links as well.
        _place.Clock.Advance(Duration.FromDays(20));
        await _place.Get<ReportApproval>().ApproveAsync(Link().Match(asked.Text).Groups["token"].Value, default);
        Assert.Empty((await LookAsync()).Reasons);
    }

    [Fact]
    public async Task GoOnAsync_OneAgreementFails_IsSeenInTheHealthForAnHour()
    {
        await BeginAsync(AtOnce);
        var full = new Mock<INotificationQueue>();
        full.Setup(queue => queue.SendAsync(It.IsAny<IReadOnlyList<OutgoingMessage>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("a mistake of ours"));
        _place.Clock.Reset(FirstOfApril);
        await _place.Get<OutcomeFiling>().GoOnAsync(default);

        await _place.Make<MonthlyReports>(full.Object).GoOnAsync(default);

        Assert.Contains("a mistake of ours", Assert.Single((await LookAsync()).Reasons), StringComparison.Ordinal);
        _place.Time.Advance(TimeSpan.FromHours(2));
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
        _place.Clock.Reset(Instant.FromUtc(2026, 4, 15, 7, 0));

        var april = await ReportAsync("2026-04");

        Assert.Equal([("2026-03", 2, 2), ("2026-04", 0, 0)], april.Trend.Select(m => ($"{m.Month}", m.Promises.Met, m.Promises.Breached)));
    }

    [Fact]
    public async Task GoOnAsync_MonthsPassedWhileTheMonitorWasAway_AreReportedOldestFirst_AndSaySo()
    {
        await BeginAsync(AtOnce);
        Assert.Equal(3, (await MailsAtAsync(FirstOfApril)).Count);

        // Back in July, before the hour at which the report on June is due.
        var late = await MailsAtAsync(Instant.FromUtc(2026, 7, 1, 5, 0));
        var inTime = await MailsAtAsync(Instant.FromUtc(2026, 7, 1, 7, 0));

        Assert.Equal(["April 2026", "May 2026"], late.Where(mail => mail.To == "support@example.com").Select(MonthOf));
        Assert.Equal(6, late.Count);
        Assert.All(
            late.Where(mail => mail.Language == "en"),
            mail => Assert.Contains("The monitor was away", mail.Text, StringComparison.Ordinal));
        Assert.Equal("June 2026", MonthOf(inTime.Single(mail => mail.To == "support@example.com")));
        Assert.All(inTime, mail => Assert.DoesNotContain("The monitor was away", mail.Text, StringComparison.Ordinal));
        Assert.Empty(await MailsAtAsync(Instant.FromUtc(2026, 7, 2, 7, 0)));
    }

    [Fact]
    public async Task GoOnAsync_AwayForYears_ReportsOnTheLastTwelveMonths()
    {
        await BeginAsync(AtOnce);
        await MailsAtAsync(FirstOfApril);

        var mails = await MailsAtAsync(Instant.FromUtc(2029, 4, 3, 7, 0));

        var months = mails.Where(mail => mail.To == "support@example.com").Select(MonthOf).ToList();
        Assert.Equal((12, "April 2028", "March 2029"), (months.Count, months[0], months[^1]));
    }

    [Fact]
    public async Task GoOnAsync_KilledBetweenTwoMissedMonths_SendsEachOnce()
    {
        await BeginAsync(AtOnce);
        await MailsAtAsync(FirstOfApril);
        _place.Clock.Reset(Instant.FromUtc(2026, 8, 3, 7, 0));
        for (var dieAt = 1; ; dieAt++)
        {
            var faults = new Faults { DieAt = dieAt };
            var dying = _place.Make<MonthlyReports>(
                new FaultyNotes(_place.Get<IMonitorNotes>(), faults), new FaultyQueue(_place.Get<INotificationQueue>(), faults));
            try
            {
                await dying.GoOnAsync(default);
                break;
            }
            catch (ProcessDiedException)
            {
                await _place.NotifyAllAsync();
            }
        }

        await _place.NotifyAllAsync();
        Assert.Equal(3 + (4 * 3), _place.Mailer.Mails.Count);
    }

    [Fact]
    public async Task MakeAsync_OutcomesAreBeingFiled_SaysSo_AndNothingIsRemembered()
    {
        await BeginAsync(AtOnce);
        _place.Clock.Reset(FirstOfApril);
        var maker = _place.Get<ReportMaker>();

        var half = await MarchAsync();
        await maker.RememberAsync(half, default);
        Assert.Equal([ReportRemark.BeingFiled], half.Remarks);
        await _place.Get<OutcomeFiling>().GoOnAsync(default);

        Assert.Empty((await MarchAsync()).Remarks);
        Assert.Null(await _place.Get<IMonitorNotes>().FindAsync("month office 2026-03", default));
        await maker.RememberAsync(await MarchAsync(), default);
        Assert.NotNull(await _place.Get<IMonitorNotes>().FindAsync("month office 2026-03", default));
    }

    [Fact]
    public async Task MakeAsync_ForAReader_SaysWhatHasChangedSinceTheyGotIt()
    {
        await BeginAsync(Approved);
        var asked = (await MailsAtAsync(FirstOfApril)).Single(mail => mail.To == "lead@example.com");
        await IngestAsync("T-2", TicketEventType.Resolved, "2026-03-02T08:30:00Z");

        _place.Clock.Advance(Duration.FromDays(1));
        await _place.Get<ReportApproval>().ApproveAsync(Link().Match(asked.Text).Groups["token"].Value, default);
        await _place.NotifyAllAsync();

        // The customer has never seen another one.
        var report = Assert.Single(_place.Mailer.Mails, mail => mail.To == "client@example.com");
        Assert.Contains("100", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("更正", report.Text, StringComparison.Ordinal);
        var maker = _place.Get<ReportMaker>();
        var history = (await maker.FindAsync("office", default))!;
        Assert.Null((await MarchAsync()).Restated);
        Assert.Null((await maker.MakeAsync(history, ReportSpan.Parse("2026-03")!, null, "client@example.com", default)).Restated);
        Assert.NotNull((await maker.MakeAsync(history, ReportSpan.Parse("2026-03")!, null, "support@example.com", default)).Restated);
    }

    private static string MonthOf(Mail mail) => mail.Subject[(mail.Subject.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private Task<ProbeResult> LookAsync() => _place.Make<ReportProbe>().LookAsync(default);

    private async Task BeginAsync(string? reports, string? term = null)
    {
        var agreement = SampleAgreements.Office.Replace(
            "fallbackContact: support",
            "  client: { email: client@example.com, language: zh-CN, timeZone: Asia/Shanghai }\nfallbackContact: support",
            StringComparison.Ordinal);
        // Nobody is told of steps here.
        agreement = agreement[..agreement.IndexOf("escalation:", StringComparison.Ordinal)];
        if (term is not null) agreement = $"{agreement}term: {term}\n";
        _place = new Workplace(reports is null ? agreement : $"{agreement}reports: {reports}\n");
        await IngestAsync("T-1", TicketEventType.Created, "2026-03-02T08:00:00Z");
        await IngestAsync("T-1", TicketEventType.Resolved, "2026-03-02T08:30:00Z");
        await IngestAsync("T-2", TicketEventType.Created, "2026-03-02T08:00:00Z");
    }

    private Task<IngestionReceipt> IngestAsync(string ticket, TicketEventType type, string time) =>
        _place.Get<EventIngestor>().IngestAsync([Events.Of(type, ticket, time)], default);

    /// <summary>What is mailed by an evaluation at a time.</summary>
    private async Task<IReadOnlyList<Mail>> MailsAtAsync(Instant at)
    {
        var before = _place.Mailer.Mails.Count;
        _place.Clock.Reset(at);
        await _place.Get<OutcomeFiling>().GoOnAsync(default);
        await _place.Get<MonthlyReports>().GoOnAsync(default);
        await _place.NotifyAllAsync();
        return [.. _place.Mailer.Mails.Skip(before)];
    }

    private Task<Report> MarchAsync() => ReportAsync("2026-03");

    private async Task<Report> ReportAsync(string period)
    {
        var maker = _place.Get<ReportMaker>();
        return await maker.MakeAsync((await maker.FindAsync("office", default))!, ReportSpan.Parse(period)!, null, default);
    }

    [GeneratedRegex(@"https://sla\.example\.com/api/approve-report/(?<token>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
