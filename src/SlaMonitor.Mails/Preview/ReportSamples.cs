using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Mails.Reports;

namespace SlaMonitor.Mails.Preview;

/// <summary>Reports on the month of a small sample helpdesk, counted by the real engine.</summary>
public static class ReportSamples
{
    private const int Tickets = 90;

    private static readonly ReportSpan Month = ReportSpan.Parse("2026-03")!;

    /// <summary>The reports in a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="title">The title of every ticket; a plain one, unless given.</param>
    public static IReadOnlyList<ReportSample> All(string language, string? title = null)
    {
        var month = new SampleMonth(language, title);
        var (early, later) = (Instant.FromUtc(2026, 3, 19, 12, 0), Instant.FromUtc(2026, 4, 20, 7, 0));
        var sent = ReportSummary.Of(Build(month, Tickets - 4, later - Duration.FromDays(19)));
        return
        [
            Sample("month", Build(month, Tickets, later, sent)),
            Sample("running", Build(month, Tickets, early)),
            Sample("empty", Build(month, 0, later)),
        ];

        ReportSample Sample(string name, Report report) => new(name, new ReportPage(report, language, Addresses));
    }

    private static ReportAddresses Addresses { get; } = new()
    {
        Figure = query => "https://sla.example.com/api/promises?month=2026-03&state=" + query.Subject,
        Ticket = ticket => $"https://sla.example.com/api/tickets/{Uri.EscapeDataString(ticket)}",
        File = extension => $"https://sla.example.com/api/reports/sample/2026-03.{extension}",
    };

    private static Report Build(SampleMonth month, int tickets, Instant asOf, ReportSummary? lastSent = null)
    {
        var scope = new ReportScope(SampleAgreement.Book.Agreements[0], Month, asOf);
        var builder = new ReportBuilder(scope);
        for (var number = 0; number < tickets; number++)
        {
            if (TicketAssessment.Of(month.LogOf(number, asOf), [], SampleAgreement.Book, asOf) is { } assessment)
                builder.Add(TicketOutcomes.Of(assessment));
        }

        return builder.Build(tickets == 0 ? [] : Trend(), lastSent);
    }

    private static IEnumerable<TrendMonth> Trend() => Enumerable.Range(1, 12).Select(ago => new TrendMonth(
        ReportSpan.Containing(Month.First.PlusMonths(ago - 12), Core.Agreements.Indicators.ReportPeriod.Month),
        new PromiseCounts { Met = 140 + (ago * 7 % 11), Breached = ago * 5 % 13 },
        new TicketCounts { Resolved = 70 + (ago * 3 % 7), Gone = ago % 4, Answers = 12, RatingSum = 50 + (ago * 2 % 9) }));
}
