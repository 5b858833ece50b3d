using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Mails.Languages;

internal sealed class ChineseWording : Wording
{
    /// <summary>The days of the week, Monday first.</summary>
    internal static readonly string[] DaysFromMonday = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    public override string Language => "zh-CN";

    public override BoardWords Board { get; } = new ChineseBoardWords();

    public override SignInWords SignIn { get; } = new()
    {
        Title = "登录 SlaMonitor",
        Key = "密钥",
        Button = "登录",
        Advice = "请输入您的个人密钥，或监控程序的只读密钥、功能密钥、管理密钥，可向运维人员索取。",
        Wrong = "密钥不正确，请注意大小写。",
        Expired = "登录已超过 12 小时，或密钥已更换，请重新登录。",
        SignedOut = "您已退出登录。",
        NotAllowed = "您只能查看，不能执行此操作。请使用有权限的密钥登录，或联系运维人员。",
        ByPlatform = "使用公司账号登录",
        NoKeySet =
            "尚未设置密钥，只有运行监控程序的机器可以查看。如需允许他人查看，请设置 FunctionKey。",
    };

    internal override ReportWords Report { get; } = new ChineseReportWords();

    public override Labels Labels { get; } = new()
    {
        Colon = "：",
        Warning = "预警",
        Breached = "已逾期",
        AllClear = "解除预警",
        Paused = "已暂停",
        Lapsed = "不再适用",
        Unreached = "未能送达",
        Ticket = "工单",
        Customer = "客户",
        Priority = "优先级",
        Emergency = "紧急事件",
        Assignee = "处理人",
        Promise = "承诺",
        Due = "到期",
        Provisional = "暂定：届时的放假安排尚未公布",
        Left = "剩余",
        Over = "已超时",
        Counted = "已计时",
        Held = "暂停计时",
        Excluded = "约定免计",
        AlsoTold = "同时通知",
        Acknowledged = "已接手",
        OpenTicket = "打开工单",
        Take = "由我处理",
        TakeAll = "全部由我处理",
        None = "无",
        Sender = "SlaMonitor 自动发送，请勿直接回复。",
    };

    public override string Headline(ClockExplanation explanation)
    {
        var metric = Of(explanation.Clock.Target.Metric);
        return explanation.State switch
        {
            ClockState.Breached when IsDoneBy(explanation) => $"{metric}已完成但超过期限，承诺未能兑现。",
            ClockState.Breached => $"{metric}已逾期，承诺未能兑现。",
            ClockState.Met => $"{metric}已按时完成。",
            ClockState.Paused => $"{metric}暂停计时，剩余 {Of(explanation.Remaining)}。",
            ClockState.Cancelled => $"{metric}不再适用。",
            _ => $"{metric}还有 {Of(explanation.Remaining)}（服务时间）到期。",
        };
    }

    public override string Promise(Target target) => $"{Of(target.From)}{Of(target.Within)}内{Of(target.Metric)}";

    public override string AsAgreed(string approvedBy) => $"（本工单另行商定，同意人：{approvedBy}）";

    public override string Of(CountsFrom from) => from switch
    {
        CountsFrom.Assignment => "自分派起 ",
        CountsFrom.FirstResponse => "自首次响应起 ",
        CountsFrom.CustomerMessage => "自客户首条消息起 ",
        _ => string.Empty,
    };

    public override string Of(Metric metric) => metric.Name switch
    {
        "firstResponse" => "首次响应",
        "nextResponse" => "再次响应",
        "update" => "定期通报",
        "resolution" => "解决",
        _ => metric.Title ?? metric.Name,
    };

    public override string Of(TicketStatus status) => status switch
    {
        TicketStatus.New => "新建",
        TicketStatus.Open => "处理中",
        TicketStatus.Pending => "等待客户",
        TicketStatus.OnHold => "挂起",
        TicketStatus.Resolved => "已解决",
        _ => "已关闭",
    };

    public override string HeldBy(Clock clock, Stretch held) =>
        clock.HeldWhile(held) is null ? Of(held.HeldBy!.Value) : $"符合约定的暂停条件（自{Of(held.HeldBy!.Value)}起）";

    public override string Of(TicketPriority priority) => priority switch
    {
        TicketPriority.Low => "低",
        TicketPriority.Normal => "普通",
        TicketPriority.High => "高",
        _ => "紧急",
    };

    public override string Of(BusinessDuration duration)
    {
        var total = Rounded(duration).TotalSeconds;
        var (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60);
        var parts = new List<string>();
        if (hours > 0) parts.Add($"{hours} 小时");
        if (minutes > 0) parts.Add($"{minutes} 分钟");
        if (seconds > 0 || parts.Count == 0) parts.Add($"{seconds} 秒");
        return string.Join(' ', parts);
    }

    public override string Of(ZonedDateTime moment) =>
        $"{moment.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)} {DaysFromMonday[(int)moment.DayOfWeek - 1]} "
        + $"{moment.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    public override string CountedOf(BusinessDuration elapsed, BusinessDuration within) => $"{Of(elapsed)}，共 {Of(within)}";

    public override string EarlierSpans(int count) => $"更早 {count} 段";

    public override string StepOf(int step, int steps, string moment, int repetition) => repetition == 0
        ? $"升级步骤 {step}/{steps}（{MomentOf(moment)}）。"
        : $"升级步骤 {step}/{steps}（{MomentOf(moment)}）：尚无人接手，第 {repetition} 次再通知。";

    /// <summary>The moment of a step, which agreements write in English: <c>50%</c>, <c>due</c>, <c>due + 1h 30m elapsed</c>.</summary>
    private static string MomentOf(string moment)
    {
        if (StepMoment.IsWarning(moment)) return $"已用 {moment}";
        if (!moment.StartsWith("due", StringComparison.Ordinal)) return moment;

        var after = moment["due".Length..].TrimStart(' ', '+').Replace(" elapsed", "（自然时间）", StringComparison.Ordinal);
        return after.Length == 0
            ? "到期时"
            : "到期后 " + after.Replace("h", " 小时", StringComparison.Ordinal).Replace("m", " 分钟", StringComparison.Ordinal)
                .Replace("s", " 秒", StringComparison.Ordinal);
    }

    public override string Because(string role, bool isOnCall) => role switch
    {
        _ when isOnCall => "您正在值班，因此通知您。",
        "assignee" => "该工单由您处理，因此通知您。",
        "group" => "该工单由您的小组处理，因此通知您。",
        _ => $"您以“{role}”身份收到此通知。",
    };

    public override string InsteadOf(string address, string reason) =>
        $"原应通知 {address}，但未能送达{(reason.Length == 0 ? "" : $"：{reason.TrimEnd('.')}")}。现改为通知您。";

    public override string CreationNotReceived =>
        "从未收到工单的创建事件，也不知其创建时间：自收到的最早事件起计时。";

    public override string CreationToldBy(string what, ZonedDateTime at, string source, bool received) => received
        ? $"工单的创建早于所收到的创建事件：创建时间由 {Of(at)} 的 {what}（{source}）告知。"
        : $"从未收到工单的创建事件：创建时间由 {Of(at)} 的 {what}（{source}）告知。";

    public override string WaitedSince(ZonedDateTime moment) => $"此通知自 {Of(moment)} 起等待发送。";

    public override string QuietFor(Duration duration) => $"接手后，后续升级步骤将暂缓 {Of(RealTime(duration))}。";

    public override string TakenBy(string address, ZonedDateTime until) => $"{address}，至 {Of(until)}";

    public override string KeptAfterAll(ZonedDateTime? endedAt) =>
        endedAt is { } at ? $"已于 {Of(at)} 按时完成，只是消息来迟。您无需再做任何事。" : "只是消息来迟。您无需再做任何事。";

    public override string DigestHeadline(int broken, int open, int well) =>
        $"{broken + open + well} 项承诺：{DigestCounts(broken, open, well)}";

    public override string OverByNothingYet => "0 分钟（服务时间）：期限恰在下班时届满";

    public override string DigestCounts(int broken, int open, int well)
    {
        var parts = new List<string>();
        if (broken > 0) parts.Add($"{broken} 项逾期");
        if (open > 0) parts.Add($"{open} 项即将到期");
        if (well > 0) parts.Add($"{well} 项解除预警");
        return string.Join("，", parts);
    }

    public override string DigestGroup(DigestKind kind) => kind switch
    {
        DigestKind.Broken => "已逾期",
        DigestKind.Open => "即将到期",
        _ => "解除预警",
    };

    public override string TestSubject => "[SLA] 测试：邮件可以送达";

    public override IReadOnlyList<string> TestParagraphs { get; } =
    [
        "这是一封测试邮件。SLA 监控可以发送邮件，并能送达您的邮箱。",
        "此邮件与任何工单无关，您无需做任何事。",
    ];

    public override string WithoutAgreementSubject(int tickets) => $"[SLA] {tickets} 个工单不受任何协议约束";

    public override string WithoutAgreementHeadline(int tickets, ZonedDateTime asOf) =>
        $"有 {tickets} 个未关闭的工单不受任何协议约束（{Stamp(asOf)}）。这些工单没有计时，也不会通知任何人。";

    public override string TicketsOf(string? customer, int count, IReadOnlyList<string> examples)
    {
        var more = count > examples.Count ? " 等" : string.Empty;
        return $"{customer ?? "（未写明客户）"}：{count} 个工单：{string.Join("、", examples)}{more}";
    }

    public override string MoreTickets(int count) => $"另有 {count} 个工单";

    public override IReadOnlyList<string> WithoutAgreementAdvice { get; } =
    [
        "如果这并非本意：请在协议的 customer: match: 下按服务台的写法填写该客户。其未关闭的工单将在下一次检查时开始计时。",
        "只要存在这样的工单，此邮件每天发送一次。如果本意如此：设置 Health:DailyMail = false 即可停止。",
    ];

    public override string DateSubject(AgreementDateNotice notice) => $"[SLA] {notice.Title}：" + notice.Kind switch
    {
        AgreementDateKind.TermEnds => $"{Day(notice.On)} 到期",
        AgreementDateKind.NoticeEnds => $"终止通知最迟须在 {Day(notice.On)} 发出",
        AgreementDateKind.HolidaysEnd => $"节假日表 {notice.Of} 截至 {Day(notice.On)}",
        _ => $"自 {Day(notice.On)} 起 {notice.Of} 无人值班",
    };

    public override IReadOnlyList<string> DateParagraphs(AgreementDateNotice notice, ZonedDateTime? at) => notice.Kind switch
    {
        AgreementDateKind.TermEnds =>
        [
            $"协议“{notice.Title}”（{notice.Agreement}）将于 {Day(notice.On)} 到期。此后创建的工单不再有任何承诺。",
            "如协议继续有效，请在协议文件中写入下一版本或新的最后一天。",
        ],
        AgreementDateKind.NoticeEnds =>
        [
            $"协议“{notice.Title}”（{notice.Agreement}）将自动续期，除非有人发出终止通知；最迟须在 {Day(notice.On)} 发出。",
            "如已发出通知，请将日期写入协议文件的 term: noticeGivenOn。如协议继续，则无需任何操作。",
        ],
        AgreementDateKind.HolidaysEnd =>
        [
            $"协议“{notice.Title}”（{notice.Agreement}）的节假日表 {notice.Of} 截至 {Day(notice.On)}。"
                + "此后的到期时间均为暂定：不计任何节假日。",
            "请将后续年份的节假日表放在协议旁。内置节假日表随新版本程序提供；sla holidays 可生成各国的节假日表。",
        ],
        _ =>
        [
            $"自 {(at is { } moment ? Of(moment) : Day(notice.On))} 起，{notice.Of} 无人值班（{notice.Title}）。"
                + "届时将通知该步骤的其他人；若无其他人，则通知后备联系人。",
            "请在值班日历中补充后续班次。",
        ],
    };

    public override string AndMore(int count) => $"另有 {count} 项";

    public override PageWords Page { get; } = new ChinesePageWords();
}
