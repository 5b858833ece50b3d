using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Comparing;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Comparisons;

internal sealed class ChineseComparisonWords : ComparisonWords
{
    internal override Wording Wording => Wording.For("zh-CN");

    internal override string Kind => "同一历史在两份协议下的结果";

    internal override string Done => "对比";

    internal override string History => "历史记录";

    internal override string HistoryOf(long events, long tickets) => $"{events:N0} 个事件，{tickets:N0} 张工单";

    internal override string Metric => "承诺";

    internal override string Ticket => "工单";

    internal override string Kept(string terms) => $"达标：{terms}";

    internal override string Broken(string terms) => $"违约：{terms}";

    internal override string Open(string terms) => $"进行中：{terms}";

    internal override string Attainment(string terms) => $"达标率：{terms}";

    internal override string NewlyBroken => "新增违约";

    internal override string NewlyKept => "不再违约";

    internal override string Otherwise => "其他变化";

    internal override string Promises => "承诺";

    internal override string PromisesNote => "工单、指标和轮次相同的，视为同一承诺。";

    internal override string WhyHeading => "结果不同的原因";

    internal override string WhyNote => "一项变化可能有多个原因。";

    internal override string Reason => "原因";

    internal override string Count => "承诺数";

    internal override string WhyColumn => "原因";

    internal override string Outcome => "结果";

    internal override string Credits => "服务抵扣";

    internal override string CreditsNote => "仅计完整落在历史记录内的计费周期。";

    internal override string NoCredits => "两份协议均未约定抵扣。";

    internal override string Period => "周期";

    internal override string Sum => "合计";

    internal override string Difference => "差额";

    internal override string Mails => "邮件";

    internal override string MailsNote =>
        "由监控程序本身的代码得出：免打扰时段、合并发送和解除通知均与实际运行一致。";

    internal override string MailsTo(string address) => $"发给 {address}";

    internal override string Nothing => "无。";

    internal override string HowCompared => "对比方法";

    internal override IReadOnlyList<string> Rules =>
    [
        "历史记录中的每张工单都由监控程序的代码计算两次，两份协议各一次。",
        "人员的操作以实际发生为准；不推测在另一份协议下他们会怎样工作。",
        "所有不同之处都列为原因，并给出两个数值；全部变化见 changes.csv。",
        "假定每封邮件都送达，且监控程序在每个整分钟检查一次。",
    ];

    public override string Of(MailItemKind kind) => kind switch
    {
        MailItemKind.Warning => "预警",
        MailItemKind.Breach => "违约",
        MailItemKind.AllClear => "解除通知",
        _ => "其他",
    };

    public override string Of(ClockState? state) => state switch
    {
        null => "无承诺",
        ClockState.Met => "达标",
        ClockState.Breached => "违约",
        ClockState.Cancelled => "失效",
        ClockState.Paused => "暂停中",
        _ => "计时中",
    };

    public override string Of(ChangeReason reason) => reason switch
    {
        ChangeReason.NotGoverned => "没有协议适用于该工单",
        ChangeReason.NotPromised => "没有匹配的目标",
        ChangeReason.Target => "目标不同",
        ChangeReason.Budget => "时限不同",
        ChangeReason.AgreedDue => "为该工单约定的截止时间仅在其中一份协议下有效",
        ChangeReason.Start => "起始时间不同",
        ChangeReason.End => "结束时间不同",
        ChangeReason.Hours => "服务时间不同",
        ChangeReason.Exclusions => "约定除外时间不同",
        _ => "暂停时间不同",
    };

    protected override string Separator => "；";

    protected override string Instead(ChangeReason reason, string now, string before) => reason switch
    {
        ChangeReason.Target => $"目标为 {now}，原为 {before}",
        ChangeReason.Budget => $"时限为 {now}，原为 {before}",
        ChangeReason.Start => $"起始于 {now}，原为 {before}",
        ChangeReason.End => $"结束于 {now}，原为 {before}",
        ChangeReason.Hours => $"服务时间为 {now}，原为 {before}",
        ChangeReason.Exclusions => $"除外时间为 {now}，原为 {before}",
        _ => $"暂停时间为 {now}，原为 {before}",
    };
}
