using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Summaries;

/// <summary>A summary in Chinese.</summary>
internal sealed class ChineseSummaryWords : SummaryWords
{
    private const string DaysFromMonday = "一二三四五六日";

    private static readonly Wording Words = Wording.For("zh-CN");

    public override string InForce(LocalDate since) => $"自 {Day(since)} 起生效。";

    public override string TakesEffect(LocalDate on) => $"将于 {Day(on)} 生效。";

    public override string Ended(LocalDate on) => $"已于 {Day(on)} 终止：新工单不再受其约束。";

    public override string Replaced(int by, LocalDate on) => $"自 {Day(on)} 起由第 {by} 版取代；此前的工单仍按本版执行。";

    public override string Term(Term term) =>
        (term.To is { } to ? $"期限为 {Day(term.From)} 至 {Day(to)}，" : $"期限自 {Day(term.From)} 起，")
        + term switch
        {
            { EndedOn: { } ended } => $"双方商定于 {Day(ended)} 终止。",
            { To: null } => "无截止日期。",
            { Renews: Renewal.None } => "到期不续。",
            { NoticeGivenOn: { } notice, LastDay: { } last } => $"已于 {Day(notice)} 通知终止，至 {Day(last)} 止。",
            { Renews: Renewal.Monthly } => $"按月自动续期{Notice(term)}。",
            _ => $"按年自动续期{Notice(term)}。",
        };

    public override string Pauses(PauseRule pause) =>
        $"工单状态为{string.Join("或", pause.Statuses.Order().Select(Words.Of))}时，以下计时暂停："
        + $"{string.Join("、", pause.Stops.Select(Words.Of).Order(StringComparer.Ordinal))}。";

    public override string Governs(Condition tickets, string? customer, string zone) =>
        $"客户：{customer ?? "未写明"}；适用工单：{Tickets(tickets)}；时区：{zone}。";

    public override string Tickets(Condition tickets) => ChineseConditionWords.Of(tickets);

    public override string Promise(Target target) => Words.Of(target.From) + Words.Of(target.Metric);

    public override string Measures(Metric metric, MetricRule rule) =>
        $"{Words.Of(metric)}（{metric.Name}）：起始：{AnyOf(rule.Starts, "；或 ")}；结束：{AnyOf(rule.Stops, "；或 ")}"
        + (rule.Renews.Count > 0 ? $"；重新起始：{AnyOf(rule.Renews, "；或 ")}" : string.Empty)
        + (rule.Pauses is { } pauses ? $"；暂停条件：{ChineseConditionWords.Of(pauses)}" : string.Empty)
        + (rule.FollowsResolution ? "。" : "；工单解决时结束。");

    public override string Budget(BusinessDuration within) => Words.Of(within);

    public override string Hours(
        string calendar, string zone, IReadOnlyList<(IsoDayOfWeek First, IsoDayOfWeek Last, string Hours)> week) =>
        IsAlways(week)
            ? $"{calendar}：全天候。"
            : $"{calendar}：{string.Join("；", week.Select(run => $"{Days(run.First, run.Last)} {run.Hours}"))}（{zone}）。";

    public override string ClosedNext(IReadOnlyList<(LocalDate Date, string? Name)> days) =>
        $"接下来的休息日：{string.Join("、", days.Select(day => day.Name is null ? Day(day.Date) : $"{Day(day.Date)} {day.Name}"))}。";

    public override string HolidaysKnownUntil(LocalDate last) => $"节假日安排已知至 {Day(last)}；此后的到期时间为暂定。";

    public override string OnCall(string contact, string present, (string Member, ZonedDateTime From)? next) => next is { } turn
        ? $"{contact}：{present}，{Moment(turn.From)} 起由 {turn.Member} 接班。"
        : $"{contact}：{present}。";

    public override string OnCallByFeed(string contact) => $"{contact}：以其值班日历为准，由运行中的监控读取。";

    public override string NobodyOnCall(string contact) => $"{contact}：无人值班。";

    public override string Escalation(Condition tickets, IReadOnlyList<EscalationStep> steps) =>
        $"{Tickets(tickets)}：{string.Join("；", steps.Select(Step))}。";

    public override string Union(string calendar, string zone, IReadOnlyList<string> members) =>
        $"{calendar}：{string.Join("、", members)} 中任一开放时即开放（日期按 {zone}）。";

    public override string Dates(DateTerms dates) =>
        $"协议自身的日期通知 {string.Join("、", dates.Tell)}：到期前 {dates.TermEnds} 天，终止通知截止前 {dates.NoticeEnds} 天，"
        + $"节假日表用尽前 {dates.HolidaysEnd} 天，无人值班前 {dates.OnCallEnds} 天。";

    protected override string Of(Occurrence occurrence) => ChineseConditionWords.Of(occurrence);

    private static string Step(EscalationStep step)
    {
        string?[] provisos =
        [
            step.Repeat is { } again ? $"无人接手时每 {Words.Of(Wording.RealTime(again.Every))}再次通知，最多 {again.Times} 次" : null,
            step.During is { } during ? $"仅在 {during.Id} 开放时" : null,
            step.Outside is { } outside ? $"仅在 {outside.Id} 关闭时" : null,
            step.When.Specificity > 0 ? $"仅当工单仍符合：{ChineseConditionWords.Of(step.When)}" : null,
        ];
        return string.Join("，", provisos.OfType<string>().Prepend($"{step.At.Name} {string.Join("、", step.Notify)}"));
    }

    private static string Notice(Term term) => term.NoticeDays > 0 ? $"，除非提前 {term.NoticeDays} 天通知" : "，直至收到终止通知";

    private static string Day(LocalDate date) =>
        $"{date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} 周{DaysFromMonday[(int)date.DayOfWeek - 1]}";

    private static string Moment(ZonedDateTime moment) =>
        $"{Day(moment.Date)} {moment.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private static string Days(IsoDayOfWeek first, IsoDayOfWeek last) => first == last
        ? $"周{DaysFromMonday[(int)first - 1]}"
        : $"周{DaysFromMonday[(int)first - 1]}至周{DaysFromMonday[(int)last - 1]}";
}
