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
        var ended = clock.EndedAt <= asOf ? clock.EndedAt : null;
        CsvText.WriteLine(
            writer,
            $"{clock.Ticket.Id},{clock.Target.Id},{clock.Cycle},{ReportNames.Of(state)},{clock.ElapsedAt(asOf).TotalSeconds},{clock.DueAt},"
            + $"{clock.StartedAt},{ended},{clock.Target.Within.TotalSeconds},{clock.Target.Metric.Name},{clock.Agreement.Id},"
            + $"{clock.Agreement.Version}");
    }
}
