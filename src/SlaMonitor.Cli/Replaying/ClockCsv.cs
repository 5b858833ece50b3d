using System.Globalization;
using System.Text;
using NodaTime;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Cli.Replaying;

/// <summary><c>clocks.csv</c>: each clock in a line (RFC 4180, UTF-8).</summary>
internal static class ClockCsv
{
    public const string Header = "ticket,target,cycle,state,elapsedSeconds,dueAt,startedAt,endedAt,budgetSeconds,metric,agreement,version";

    public static void Append(StringBuilder text, Clock clock, ClockState state, Instant asOf)
    {
        Append(text, clock.Ticket.Id);
        Append(text, clock.Target.Id);
        text.Append(CultureInfo.InvariantCulture, $"{clock.Cycle},{Word(state)},{clock.ElapsedAt(asOf).TotalSeconds},");
        text.Append(CultureInfo.InvariantCulture, $"{clock.DueAt},{clock.StartedAt},{(clock.EndedAt <= asOf ? clock.EndedAt : null)},");
        text.Append(CultureInfo.InvariantCulture, $"{clock.Target.Within.TotalSeconds},");
        Append(text, clock.Target.Metric.Name);
        Append(text, clock.Agreement.Id);
        text.Append(CultureInfo.InvariantCulture, $"{clock.Agreement.Version}\n");
    }

    public static string Word(ClockState state) => state switch
    {
        ClockState.Met => "met",
        ClockState.Breached => "breached",
        ClockState.Running => "running",
        ClockState.Paused => "paused",
        _ => "cancelled",
    };

    /// <summary>A text and a comma. What a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private static void Append(StringBuilder text, string value)
    {
        if (value.Length > 0 && value[0] is '=' or '+' or '-' or '@') value = $"'{value}";
        var isQuoted = value.AsSpan().IndexOfAny(",\"\r\n") >= 0;
        text.Append(isQuoted ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value).Append(',');
    }
}
