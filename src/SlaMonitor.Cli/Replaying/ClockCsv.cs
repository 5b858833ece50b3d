using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Reports.Data;

namespace SlaMonitor.Cli.Replaying;

/// <summary><c>clocks.csv</c>: each clock in a line (RFC 4180, UTF-8).</summary>
internal static class ClockCsv
{
    public const string Header = "ticket,target,cycle,state,elapsedSeconds,dueAt,startedAt,endedAt,budgetSeconds,metric,agreement,version";

    public static void Write(TextWriter writer, Clock clock, ClockState state, Instant asOf)
    {
        foreach (var text in (ReadOnlySpan<string>)[clock.Ticket.Id, clock.Target.Id]) WriteText(writer, text);

        var ended = clock.EndedAt <= asOf ? clock.EndedAt : null;
        writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.Cycle},{ReportNames.Of(state)},{clock.ElapsedAt(asOf).TotalSeconds},{clock.DueAt},{clock.StartedAt},{ended},"));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{clock.Target.Within.TotalSeconds},"));
        foreach (var text in (ReadOnlySpan<string>)[clock.Target.Metric.Name, clock.Agreement.Id]) WriteText(writer, text);

        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{clock.Agreement.Version}\n"));
    }

    private static void WriteText(TextWriter writer, string text)
    {
        CsvText.Write(writer, text);
        writer.Write(',');
    }
}
