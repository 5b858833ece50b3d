using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Summaries;

/// <summary>The headings of a summary in one language.</summary>
public sealed record SummaryLabels
{
    private static readonly SummaryLabels English = new()
    {
        Promises = ["target", "tickets", "promise", "within", "calendar"],
        Calendars = "calendars",
        OnCall = "on call",
        Escalations = "escalation",
    };

    private static readonly SummaryLabels Chinese = new()
    {
        Promises = ["目标", "工单", "承诺", "时限", "日历"],
        Calendars = "日历",
        OnCall = "值班",
        Escalations = "升级",
    };

    /// <summary>The columns of the promises: target, tickets, promise, budget, calendar.</summary>
    public required IReadOnlyList<string> Promises { get; init; }

    /// <summary>Stands above the calendars.</summary>
    public required string Calendars { get; init; }

    /// <summary>Stands above who is on call.</summary>
    public required string OnCall { get; init; }

    /// <summary>Stands above who is told when.</summary>
    public required string Escalations { get; init; }

    /// <summary>The headings for a language; English where we do not speak it.</summary>
    public static SummaryLabels For(string language) => Wording.IsChinese(language) ? Chinese : English;
}
