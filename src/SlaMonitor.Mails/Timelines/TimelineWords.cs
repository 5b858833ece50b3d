using System.Globalization;
using NodaTime;

namespace SlaMonitor.Mails.Timelines;

/// <summary>The words beside a timeline.</summary>
internal static class TimelineWords
{
    public static string Of(TimelineMarkKind kind) => kind switch
    {
        TimelineMarkKind.Due => "due",
        TimelineMarkKind.Ended => "ended",
        _ => "now",
    };

    public static string Moment(Instant at, DateTimeZone zone) =>
        at.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
