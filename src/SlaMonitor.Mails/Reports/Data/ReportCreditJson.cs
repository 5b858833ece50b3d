using System.Text.Json;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Credits;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>Writes what was promised over a period, what it costs, and what was excluded.</summary>
internal static class ReportCreditJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteArray("indicators", report.Indicators, indicator =>
        {
            json.WriteString("measure", ReportNames.Of(indicator.Measure));
            json.WriteMeasure("atLeast", indicator.Measure, indicator.AtLeast);
            json.WriteString("per", ReportNames.Of(indicator.Per));
            json.WriteMeasure("figure", indicator.Measure, indicator.Figure);
            json.WriteNumber("basis", indicator.Basis);
            if (indicator.IsKept is { } kept) json.WriteBoolean("kept", kept);
            else json.WriteNull("kept");
        });
        json.WriteArray("credits", report.Credits, statement => WriteStatement(json, statement));
        json.WriteArray("exclusions", report.Exclusions, exclusion =>
        {
            json.WriteInstant("from", exclusion.Span.Start);
            json.WriteInstant("to", exclusion.Span.End);
            json.WriteString("reason", exclusion.Reason);
            json.WriteString("approvedBy", exclusion.ApprovedBy);
        });
    }

    private static void WriteStatement(Utf8JsonWriter json, CreditStatement statement)
    {
        json.WriteString("period", statement.Period.ToString());
        json.WriteNumber("version", statement.Version);
        json.WriteString("currency", statement.Currency);
        json.WriteNumber("daysInForce", statement.DaysInForce);
        json.WriteNumber("days", statement.Period.Days);
        json.WriteBoolean("final", statement.IsFinal);
        json.WriteArray("fees", statement.Fees, fee =>
        {
            json.WriteString("kind", ReportNames.Of(fee.Kind));
            json.WriteString("name", fee.Name);
            json.WriteNumber("count", fee.Count);
            json.WriteNumber("amount", fee.Amount);
        });
        json.WriteNumber("feeTotal", statement.FeeTotal);
        json.WriteArray("rules", statement.Lines, line =>
        {
            json.WriteString("when", line.Rule.When.ToString());
            json.WriteMeasure("figure", line.Rule.When.Measure, line.Figure);
            json.WriteNumber("basis", line.Basis);
            json.WriteBoolean("holds", line.Holds);
            json.WriteNumber("amount", line.Amount);
            json.WriteBoolean("counts", line.Counts);
        });
        json.WriteNumber("sum", statement.Sum);
        json.WriteDecimal("cap", statement.Cap);
        json.WriteNumber("credit", statement.Total);
    }

    private static void WriteMeasure(this Utf8JsonWriter json, string name, Measure measure, decimal? figure)
    {
        if (measure == Measure.Satisfaction) json.WriteDecimal(name, figure);
        else json.WriteFraction(name, figure);
    }
}
