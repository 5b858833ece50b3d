using System.Globalization;
using NodaTime;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Lengths of time as a person says them.</summary>
internal static class InWords
{
    /// <summary>The length in its largest unit, rounded down: <c>3 days</c>.</summary>
    public static string Of(Duration length) => length switch
    {
        { TotalDays: >= 2 } => Whole(length.TotalDays, "days"),
        { TotalHours: >= 2 } => Whole(length.TotalHours, "hours"),
        { TotalMinutes: >= 2 } => Whole(length.TotalMinutes, "minutes"),
        _ => Whole(length.TotalSeconds, "seconds"),
    };

    private static string Whole(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(number):0} {unit}");
}
