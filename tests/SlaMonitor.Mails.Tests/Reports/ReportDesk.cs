using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Samples;

namespace SlaMonitor.Mails.Tests.Reports;

/// <summary>Promises of a month, as many as are wanted, and the reports on them.</summary>
internal static class ReportDesk
{
    public const string Yaml = SampleAgreements.Office + """

        indicators:
          attainment: { atLeast: 95%, per: month }
          satisfaction: { atLeast: 4.5, of: 5, per: month }
        fees: { currency: EUR, per: month, basic: 20000 }
        credits:
          cap: 15% of basic
          rules:
            - { when: attainment < 95%, credit: 5% of basic }
            - { when: attainment of response < 99%, credit: 3% of basic }
        """;

    public static readonly Instant Now = Instant.FromUtc(2026, 4, 2, 8, 0);

    private static readonly AgreementHistory History = SampleAgreements.Load(Yaml).Agreements[0];

    /// <summary>Promises that were decided in March 2026, every ninth of them broken.</summary>
    public static IEnumerable<ClockOutcome> March(int count) => Enumerable.Range(0, count).Select(number =>
    {
        var started = Instant.FromUtc(2026, 3, 2, 8, 0) + Duration.FromMinutes(number % (28 * 1440));
        var broken = number % 9 == 0;
        return new ClockOutcome
        {
            TicketId = $"HD-{number / 2}",
            ClockId = new ClockId(number % 2 == 0 ? "response" : "resolution", 1, 14_400),
            AgreementId = "office",
            AgreementVersion = 1,
            TargetId = number % 2 == 0 ? "response" : "resolution",
            Metric = number % 2 == 0 ? "firstResponse" : "resolution",
            Cycle = 1,
            StartedAt = started,
            DueAt = started + Duration.FromHours(4),
            DueAtWithoutExclusions = started + Duration.FromHours(4),
            EndedAt = started + Duration.FromHours(broken ? 9 : 1),
            End = ClockEnd.Replied,
            Budget = BusinessDuration.FromHours(4),
            Used = BusinessDuration.FromMinutes(broken ? 540 : 60 + (number % 100)),
            Facts = new OutcomeFacts
            {
                Title = $"Something is wrong with number {number}",
                Customer = $"Customer {number % 300}",
                Category = $"Category {number % 20}",
                Group = $"Group {number % 12}",
                Assignee = $"agent-{number % 80}@example.com",
            },
        };
    });

    public static (Report Report, IReadOnlyList<CountedPromise> Promises) Count(
        IEnumerable<ClockOutcome> clocks, string span = "2026-03", Instant? asOf = null)
    {
        var builder = new ReportBuilder(new ReportScope(History, ReportSpan.Parse(span)!, asOf ?? Now));
        var promises = clocks.Select(builder.Add).OfType<CountedPromise>().ToList();
        return (builder.Build(), promises);
    }

    public static ReportPage Page(Report report, string language = "en", ReportAddresses? addresses = null) =>
        new(report, language, addresses ?? ReportAddresses.None);
}
