using System.Text.Json;
using SlaMonitor.Core.Reporting;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>Writes the promises that a report lists, and what late news changed.</summary>
internal static class ReportPromiseJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        WriteRestatement(json, report.Restated);
        WriteList(json, "breaches", report.Breaches);
        WriteList(json, "atRisk", report.AtRisk);
        WriteList(json, "cancellations", report.Cancellations);
        WriteList(json, "agreedDues", report.AgreedDues);
    }

    private static void WriteRestatement(Utf8JsonWriter json, Restatement? restated)
    {
        if (restated is null)
        {
            json.WriteNull("restated");
            return;
        }

        json.WriteStartObject("restated");
        json.WriteInstant("sentAsOf", restated.SentAsOf);
        json.WriteArray("figures", restated.Figures, figure =>
        {
            json.WriteString("figure", ReportNames.Of(figure.Kind));
            json.WriteString("of", figure.Of);
            json.WriteDecimal("before", figure.Before);
            json.WriteDecimal("after", figure.After);
        });
        WriteNames("nowBroken", restated.NowBroken);
        WriteNames("notBroken", restated.NotBroken);
        json.WriteEndObject();

        void WriteNames(string name, IReadOnlyList<BrokenPromise> promises) => json.WriteArray(name, promises, promise =>
        {
            json.WriteString("ticket", promise.TicketId);
            json.WriteString("clock", promise.ClockId.ToString());
        });
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<CountedPromise> promises) =>
        json.WriteArray(name, promises, promise =>
        {
            var outcome = promise.Outcome;
            json.WriteString("ticket", outcome.TicketId);
            json.WriteString("clock", outcome.ClockId.ToString());
            json.WriteString("target", outcome.TargetId);
            json.WriteString("metric", outcome.Metric);
            json.WriteNumber("cycle", outcome.Cycle);
            json.WriteString("state", ReportNames.Of(promise.State));
            json.WriteInstant("startedAt", outcome.StartedAt);
            json.WriteInstant("dueAt", outcome.DueAt);
            if (outcome.ComputedDue is { } computed)
            {
                json.WriteInstant("computedDueAt", computed.At);
                json.WriteString("stateWithoutAgreedDue", ReportNames.Of(promise.StateWithoutAgreedDue));
            }

            json.WriteInstant("endedAt", outcome.EndedAt);
            json.WriteNumber("budgetSeconds", outcome.Budget.TotalSeconds);
            json.WriteString("customer", outcome.Facts.Customer);
            json.WriteString("assignee", outcome.Facts.Assignee);
            json.WriteString("title", outcome.Facts.Title);
        });
}
