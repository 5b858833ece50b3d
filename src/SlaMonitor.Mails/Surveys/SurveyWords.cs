using System.Globalization;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Surveys;

/// <summary>What a survey says, in one language.</summary>
public sealed record SurveyWords
{
    private static readonly SurveyWords English = new()
    {
        Subject = "How was our help with {0}?",
        Question = "How satisfied are you with how your request was handled?",
        Ask = "Your request {0} has been resolved. How satisfied are you with how it was handled?",
        Week = "Nothing counts before you confirm it on the page that opens. You can change it for a week. "
            + "We do not ask again about this request.",
        NoTracking = "This mail loads nothing from anywhere and does not tell us whether you have read it.",
        Chosen = "You chose: {0}",
        Send = "Send: {0}",
        Others = "Or choose another:",
        Thanks = "Thank you. You said: {0}",
        Change = "You can change it until {0}:",
        Expired = "This link is too old: a request can be rated for a week.",
        Invalid = "This link is not whole. Open it from the mail, unchanged.",
        Scale = ["very dissatisfied", "dissatisfied", "neither", "satisfied", "very satisfied"],
    };

    private static readonly SurveyWords Chinese = new()
    {
        Subject = "请评价我们对 {0} 的处理",
        Question = "您对本次请求的处理是否满意？",
        Ask = "您的请求 {0} 已解决。您对处理是否满意？",
        Week = "在打开的页面上确认后才会计入，一周内可以更改。对于此请求，我们不会再次询问。",
        NoTracking = "本邮件不加载任何外部内容，我们也不会得知您是否已阅读。",
        Chosen = "您选择了：{0}",
        Send = "提交：{0}",
        Others = "或选择其他：",
        Thanks = "谢谢。您的评价：{0}",
        Change = "在 {0} 之前可以更改：",
        Expired = "此链接已过期：评价须在一周内提交。",
        Invalid = "链接不完整。请从邮件中原样打开。",
        Scale = ["非常不满意", "不满意", "一般", "满意", "非常满意"],
    };

    /// <summary>The subject of the mail; <c>{0}</c> is the ticket.</summary>
    public required string Subject { get; init; }

    /// <summary>The question on the page.</summary>
    public required string Question { get; init; }

    /// <summary>The question in the mail; <c>{0}</c> is the ticket.</summary>
    public required string Ask { get; init; }

    /// <summary>How long it can be changed.</summary>
    public required string Week { get; init; }

    /// <summary>That the mail tells nobody that it was read.</summary>
    public required string NoTracking { get; init; }

    /// <summary>Which rating the link is for; <c>{0}</c> is the rating.</summary>
    public required string Chosen { get; init; }

    /// <summary>The button that counts it.</summary>
    public required string Send { get; init; }

    /// <summary>Stands over the other ratings.</summary>
    public required string Others { get; init; }

    /// <summary>That it was counted.</summary>
    public required string Thanks { get; init; }

    /// <summary>Until when it can be changed; <c>{0}</c> is the moment.</summary>
    public required string Change { get; init; }

    /// <summary>That the link is too old.</summary>
    public required string Expired { get; init; }

    /// <summary>That the link is none.</summary>
    public required string Invalid { get; init; }

    /// <summary>The ratings from 1 to 5.</summary>
    public required IReadOnlyList<string> Scale { get; init; }

    /// <summary>The words of a language, English where we have no others.</summary>
    public static SurveyWords For(string language) => Wording.IsChinese(language) ? Chinese : English;

    /// <summary>A rating in words, as in <c>5, very satisfied</c>.</summary>
    internal string Of(int rating) => string.Create(CultureInfo.InvariantCulture, $"{rating}, {Scale[rating - 1]}");
}
