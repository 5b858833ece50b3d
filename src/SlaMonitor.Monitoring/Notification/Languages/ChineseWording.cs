using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Notification.Languages;

internal sealed class ChineseWording : Wording
{
    private static readonly string[] DaysFromMonday = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    public override string Language => "zh-CN";

    public override AlertLabels Labels { get; } = new()
    {
        Colon = "：",
        Ticket = "工单",
        Customer = "客户",
        Priority = "优先级",
        Promise = "承诺",
        Due = "到期",
        Provisional = "暂定：届时的放假安排尚未公布",
        Left = "剩余",
        Over = "已超时",
        Counted = "已计时",
        Held = "暂停计时",
        Excluded = "约定免计",
        Assignee = "处理人",
        AlsoTold = "同时通知",
        OpenTicket = "打开工单",
        Take = "由我处理",
        TakenBy = "已接手",
        Unreached = "未能送达",
        None = "无",
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

    public override string Promise(Target target) => $"{Of(target.Within)}内{Of(target.Metric)}";

    public override string Of(Metric metric) => metric switch
    {
        Metric.FirstResponse => "首次响应",
        Metric.NextResponse => "再次响应",
        Metric.Update => "定期通报",
        _ => "解决",
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
        $"{moment.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)} {DaysFromMonday[(int)moment.DayOfWeek - 1]} {moment.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    public override string EarlierSpans(int count, BusinessDuration sum) => $"更早 {count} 段：{Of(sum)}";

    public override string Because(string role, string moment) => $"您以“{role}”身份收到此通知，对应升级步骤“{moment}”。";
}
