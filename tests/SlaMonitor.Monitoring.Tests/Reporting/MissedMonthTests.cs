using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Reporting.Monthly;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Reporting;

/// <summary>Months that passed while the monitor was away, tickets that are being filed, and who has seen which report.</summary>
public sealed class MissedMonthTests : MonthlyReportBench
{
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
    public async Task GoOnAsync_TermEndedWhileTheMonitorWasAway_ReportsOnItsLastMonthsAndOnNoneAfterThem()
    {
        await BeginAsync(AtOnce, term: "{ from: 2020-01-01, to: 2026-05-31 }");
        await MailsAtAsync(FirstOfApril);

        var mails = await MailsAtAsync(Instant.FromUtc(2026, 8, 3, 7, 0));

        Assert.Equal(["April 2026", "May 2026"], mails.Where(mail => mail.To == "support@example.com").Select(MonthOf));
        Assert.Empty(await MailsAtAsync(Instant.FromUtc(2026, 9, 1, 7, 0)));
    }

    [Fact]
    public async Task GoOnAsync_KilledBetweenTwoMissedMonths_SendsEachOnce()
    {
        await BeginAsync(AtOnce);
        await MailsAtAsync(FirstOfApril);
        Place.Clock.Reset(Instant.FromUtc(2026, 8, 3, 7, 0));
        for (var dieAt = 1; ; dieAt++)
        {
            var faults = new Faults { DieAt = dieAt };
            var dying = Place.Make<MonthlyReports>(
                new FaultyNotes(Place.Get<IMonitorNotes>(), faults), new FaultyQueue(Place.Get<INotificationQueue>(), faults));
            try
            {
                await dying.GoOnAsync(default);
                break;
            }
            catch (ProcessDiedException)
            {
                await Place.NotifyAllAsync();
            }
        }

        await Place.NotifyAllAsync();
        Assert.Equal(3 + (4 * 3), Place.Mailer.Mails.Count);
    }

    [Fact]
    public async Task MakeAsync_OutcomesAreBeingFiled_SaysSo_AndNothingIsRemembered()
    {
        await BeginAsync(AtOnce);
        Place.Clock.Reset(FirstOfApril);
        var maker = Place.Get<ReportMaker>();

        var half = await MarchAsync();
        await maker.RememberAsync(half, default);
        Assert.Equal([ReportRemark.BeingFiled], half.Remarks);
        await Place.Get<OutcomeFiling>().GoOnAsync(default);

        Assert.Empty((await MarchAsync()).Remarks);
        Assert.Null(await Place.Get<IMonitorNotes>().FindAsync("month office 2026-03", default));
        await maker.RememberAsync(await MarchAsync(), default);
        Assert.NotNull(await Place.Get<IMonitorNotes>().FindAsync("month office 2026-03", default));
    }

    [Fact]
    public async Task MakeAsync_ForAReader_SaysWhatHasChangedSinceTheyGotIt()
    {
        await BeginAsync(Approved);
        var asked = (await MailsAtAsync(FirstOfApril)).Single(mail => mail.To == "lead@example.com");
        await IngestAsync("T-2", TicketEventType.Resolved, "2026-03-02T08:30:00Z");

        Place.Clock.Advance(Duration.FromDays(1));
        await Place.Get<ReportApproval>().ApproveAsync(Link().Match(asked.Text).Groups["token"].Value, default);
        await Place.NotifyAllAsync();

        // The customer has never seen another one.
        var report = Assert.Single(Place.Mailer.Mails, mail => mail.To == "client@example.com");
        Assert.Contains("100", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("更正", report.Text, StringComparison.Ordinal);
        var maker = Place.Get<ReportMaker>();
        var history = (await maker.FindAsync("office", default))!;
        Assert.Null((await MarchAsync()).Restated);
        Assert.Null((await maker.MakeAsync(history, ReportSpan.Parse("2026-03")!, null, "client@example.com", default)).Restated);
        Assert.NotNull((await maker.MakeAsync(history, ReportSpan.Parse("2026-03")!, null, "support@example.com", default)).Restated);
    }

    private static string MonthOf(Mail mail) => mail.Subject[(mail.Subject.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
