using System.Text.RegularExpressions;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Reporting.Monthly;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Reporting;

/// <summary>A monitor whose agreement says who gets the report on a month, with two tickets in March.</summary>
public abstract partial class MonthlyReportBench : IDisposable
{
    protected const string AtOnce = "{ calendar: office, provider: [support, lead], customer: [client] }";
    protected const string Approved = "{ calendar: office, provider: [support], customer: [client], approvedBy: lead }";

    // Wednesday; the clocks were put forward on Sunday.
    protected static Instant FirstOfApril { get; } = Instant.FromUtc(2026, 4, 1, 7, 0);

    private protected Workplace Place { get; private set; } = null!;

    public void Dispose()
    {
        Place.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task BeginAsync(string? reports, string? term = null)
    {
        var agreement = SampleAgreements.Office.Replace(
            "fallbackContact: support",
            "  client: { email: client@example.com, language: zh-CN, timeZone: Asia/Shanghai }\nfallbackContact: support",
            StringComparison.Ordinal);
        // Nobody is told of steps here.
        agreement = agreement[..agreement.IndexOf("escalation:", StringComparison.Ordinal)];
        if (term is not null) agreement = $"{agreement}term: {term}\n";
        Place = new Workplace(reports is null ? agreement : $"{agreement}reports: {reports}\n");
        await IngestAsync("T-1", TicketEventType.Created, "2026-03-02T08:00:00Z");
        await IngestAsync("T-1", TicketEventType.Resolved, "2026-03-02T08:30:00Z");
        await IngestAsync("T-2", TicketEventType.Created, "2026-03-02T08:00:00Z");
    }

    protected Task<IngestionReceipt> IngestAsync(string ticket, TicketEventType type, string time) =>
        Place.Get<EventIngestor>().IngestAsync([Events.Of(type, ticket, time)], default);

    /// <summary>What is mailed by an evaluation at a time.</summary>
    protected async Task<IReadOnlyList<Mail>> MailsAtAsync(Instant at)
    {
        var before = Place.Mailer.Mails.Count;
        Place.Clock.Reset(at);
        await Place.Get<OutcomeFiling>().GoOnAsync(default);
        await Place.Get<MonthlyReports>().GoOnAsync(default);
        await Place.NotifyAllAsync();
        return [.. Place.Mailer.Mails.Skip(before)];
    }

    protected Task<Report> MarchAsync() => ReportAsync("2026-03");

    protected async Task<Report> ReportAsync(string period)
    {
        var maker = Place.Get<ReportMaker>();
        return await maker.MakeAsync((await maker.FindAsync("office", default))!, ReportSpan.Parse(period)!, null, default);
    }

    [GeneratedRegex(@"https://sla\.example\.com/api/approve-report/(?<token>\S+)", RegexOptions.ExplicitCapture)]
    protected static partial Regex Link();
}
