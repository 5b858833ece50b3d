using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>
/// A report for programs. Shares are fractions of 1, not rounded, and <c>null</c> where there is nothing to measure; times are UTC, lengths
/// whole seconds of open time, amounts decimal numbers in the currency beside them. <c>docs/reports.md</c> explains each name.
/// </summary>
public static class ReportJson
{
    /// <summary>Writes a report.</summary>
    public static void Write(Stream into, Report report)
    {
        ArgumentNullException.ThrowIfNull(report);

        using var json = new Utf8JsonWriter(into);
        json.WriteStartObject();
        WriteHead(json, report);
        json.WriteArray("targets", report.Targets, target =>
        {
            json.WriteString("target", target.Target);
            json.WriteString("metric", target.Metric);
            WriteCounts(json, target.Promises);
            WriteUsed(json, target.Used);
        });
        json.WriteArray("metrics", report.Metrics, metric =>
        {
            json.WriteString("metric", metric.Metric);
            WriteCounts(json, metric.Promises);
        });
        json.WriteStartObject("all");
        WriteCounts(json, report.Promises);
        WriteUsed(json, report.Used);
        json.WriteEndObject();
        WriteTickets(json, report);
        WriteLost(json, report);
        WriteGroups(json, report);
        WriteBreachTimes(json, report.BreachTimes);
        ReportCreditJson.Write(json, report);
        WriteTrend(json, report);
        ReportPromiseJson.Write(json, report);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, Report report)
    {
        json.WriteString("agreement", report.Terms.Id);
        json.WriteNumber("version", report.Terms.Version);
        json.WriteString("title", report.Terms.Title);
        json.WriteString("period", report.Span.ToString());
        json.WriteString("from", LocalDatePattern.Iso.Format(report.Span.First));
        json.WriteString("to", LocalDatePattern.Iso.Format(report.Span.Last));
        json.WriteString("timeZone", report.Terms.TimeZone.Id);
        json.WriteInstant("asOf", report.AsOf);
        json.WriteBoolean("complete", report.IsOver);
        json.WriteStartArray("remarks");
        foreach (var remark in report.Remarks) json.WriteStringValue(ReportNames.Of(remark));
        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, PromiseCounts counts)
    {
        json.WriteNumber("met", counts.Met);
        json.WriteNumber("breached", counts.Breached);
        json.WriteFraction("attainment", counts.Attainment);
        json.WriteFraction("attainmentWithoutExclusions", counts.AttainmentWithoutExclusions);
        json.WriteNumber("cancelled", counts.Cancelled);
        json.WriteNumber("open", counts.Open);
        json.WriteNumber("atRisk", counts.AtRisk);
        json.WriteNumber("withAgreedDue", counts.WithAgreedDue);
        json.WriteFraction("attainmentWithoutAgreedDues", counts.AttainmentWithoutAgreedDues);
        json.WriteNumber("openByAgreedDue", counts.OpenByAgreedDue);
    }

    private static void WriteUsed(Utf8JsonWriter json, UsedBudget? used)
    {
        if (used is not { } share)
        {
            json.WriteNull("used");
            return;
        }

        json.WriteStartObject("used");
        json.WriteFraction("median", share.Median);
        json.WriteFraction("p90", share.P90);
        json.WriteFraction("p99", share.P99);
        json.WriteEndObject();
    }

    private static void WriteTickets(Utf8JsonWriter json, Report report)
    {
        var (tickets, best) = (report.Tickets, report.BestRating);
        json.WriteStartObject("tickets");
        json.WriteNumber("resolved", tickets.Resolved);
        json.WriteNumber("givenUp", tickets.GivenUp);
        json.WriteNumber("closedUnresolved", tickets.ClosedUnresolved);
        json.WriteFraction("resolutionRate", tickets.ResolutionRate);
        json.WriteNumber("reopened", tickets.Reopened);
        json.WriteNumber("emergencies", tickets.Emergencies);
        json.WriteEndObject();
        json.WriteStartObject("satisfaction");
        json.WriteDecimal("mean", tickets.Satisfaction(best));
        json.WriteNumber("of", best);
        json.WriteNumber("answers", tickets.Answers);
        json.WriteEndObject();
    }

    private static void WriteLost(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("lostSeconds");
        foreach (var status in Enum.GetValues<TicketStatus>())
        {
            if (report.Held[status] > BusinessDuration.Zero) json.WriteNumber(ReportNames.Of(status), report.Held[status].TotalSeconds);
        }

        json.WriteNumber("excluded", report.Excluded.TotalSeconds);
        json.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("groups");
        foreach (var (dimension, groups) in report.Groups)
        {
            json.WriteArray(ReportNames.Of(dimension), groups, group =>
            {
                json.WriteString("value", group.Value);
                WriteCounts(json, group.Promises);
            });
        }

        json.WriteEndObject();
    }

    private static void WriteBreachTimes(Utf8JsonWriter json, BreachTimes times)
    {
        var hours = from day in Enumerable.Range(1, 7)
                    from hour in Enumerable.Range(0, 24)
                    let breached = times[(IsoDayOfWeek)day, hour]
                    where breached > 0
                    select (Day: (IsoDayOfWeek)day, hour, breached);
        json.WriteArray("breachTimes", hours, row =>
        {
            json.WriteString("weekday", ReportNames.Of(row.Day));
            json.WriteNumber("hour", row.hour);
            json.WriteNumber("breached", row.breached);
        });
    }

    private static void WriteTrend(Utf8JsonWriter json, Report report) => json.WriteArray("trend", report.Trend, month =>
    {
        json.WriteString("month", month.Month.ToString());
        json.WriteNumber("met", month.Promises.Met);
        json.WriteNumber("breached", month.Promises.Breached);
        json.WriteFraction("attainment", month.Promises.Attainment);
        json.WriteFraction("resolutionRate", month.Tickets.ResolutionRate);
        json.WriteDecimal("satisfaction", month.Tickets.Satisfaction(report.BestRating));
    });
}
