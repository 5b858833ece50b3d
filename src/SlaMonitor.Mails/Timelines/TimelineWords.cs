using System.Globalization;
using NodaTime;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Timelines;

/// <summary>The words beside a timeline.</summary>
internal sealed class TimelineWords
{
    private static readonly TimelineWords English = new()
    {
        Marks = ["due", "ended", "now"],
        Kinds = ["counted", "open, to come", "held", "excluded", "closed", "after the end"],
    };

    private static readonly TimelineWords Chinese = new()
    {
        Marks = ["到期", "结束", "现在"],
        Kinds = ["已计时", "尚未到来的服务时间", "暂停计时", "约定免计", "非服务时间", "结束之后"],
    };

    /// <summary>Of due, ended and now.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    /// <summary>Of counted, to come, held, excluded, closed, after.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The words in a language.</summary>
    public static TimelineWords For(string language) => Wording.IsChinese(language) ? Chinese : English;

    public string Of(TimelineMarkKind kind) => kind switch
    {
        TimelineMarkKind.Due => Marks[0],
        TimelineMarkKind.Ended => Marks[1],
        _ => Marks[2],
    };

    public static string Moment(Instant at, DateTimeZone zone) =>
        at.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
