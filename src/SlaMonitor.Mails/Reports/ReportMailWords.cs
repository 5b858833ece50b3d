using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Reports;

/// <summary>What the mails around a report say, and the page behind the link that approves one.</summary>
public sealed record ReportMailWords
{
    private static readonly ReportMailWords English = new()
    {
        ApprovalSubject = "To be approved: {0}",
        ApprovalAsk = "This report is ready. It goes to the customer once you approve it:",
        ApprovalOnce = "It is sent once, however often the link is opened. Whoever has the link can approve it.",
        PageAsk = "Send this report to the customer?",
        Button = "Approve and send",
        Approved = "Approved. The report is on its way to the customer.",
        Expired = "This link is too old, or the agreement sends no such report any more.",
        Invalid = "This link is not whole. Open it from the mail, unchanged.",
    };

    private static readonly ReportMailWords Chinese = new()
    {
        ApprovalSubject = "待批准：{0}",
        ApprovalAsk = "报告已完成。您批准后将发送给客户：",
        ApprovalOnce = "无论打开链接多少次，报告只发送一次。持有此链接者均可批准。",
        PageAsk = "将此报告发送给客户吗？",
        Button = "批准并发送",
        Approved = "已批准。报告正在发送给客户。",
        Expired = "此链接已过期，或协议不再发送此报告。",
        Invalid = "链接不完整。请从邮件中原样打开。",
    };

    /// <summary>The subject of the mail that asks; <c>{0}</c> is the report's title.</summary>
    public required string ApprovalSubject { get; init; }

    /// <summary>That the report waits; the link follows.</summary>
    public required string ApprovalAsk { get; init; }

    /// <summary>What the link does.</summary>
    public required string ApprovalOnce { get; init; }

    /// <summary>The question on the page.</summary>
    public required string PageAsk { get; init; }

    /// <summary>The button on the page.</summary>
    public required string Button { get; init; }

    /// <summary>That it was done.</summary>
    public required string Approved { get; init; }

    /// <summary>That nothing can be approved any more.</summary>
    public required string Expired { get; init; }

    /// <summary>That the link is none.</summary>
    public required string Invalid { get; init; }

    /// <summary>The words of a language, English where we have no others.</summary>
    public static ReportMailWords For(string language) => Wording.IsChinese(language) ? Chinese : English;
}
