using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Cli.Running;

/// <summary>A duration as an agreement writes it: <c>1h30m</c>.</summary>
internal static class WrittenDuration
{
    public static string Of(BusinessDuration duration) => duration.ToString().Replace(" ", string.Empty, StringComparison.Ordinal);
}
