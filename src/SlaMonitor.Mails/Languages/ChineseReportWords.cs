using NodaTime;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Credits;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Mails.Languages;

internal sealed class ChineseReportWords : ReportWords
{
    public override string Title => "服务水平报告";

    public override string Provider => "服务方";

    public override string Customer => "客户";

    public override string AsOf => "截至";

    public override string Agreement => "协议";

    public override string Final => "已完结";

    public override string Running => "统计中";

    public override string Remark => "请注意";

    public override string Of(ReportRemark remark) => remark switch
    {
        ReportRemark.BeingFiled => "部分工单仍在归档，数字可能不完整，请稍后再查。",
        ReportRemark.ComesLate => "本报告应发出时监控系统未在运行，现予补发；数字为当前结果。",
        _ => throw new ArgumentOutOfRangeException(nameof(remark), remark, "There is no such remark."),
    };

    public override string RestatedTone => "已更正";

    public override string Attainment => "达成率";

    public override string WithoutExclusions => "不计免责";

    public override string ResolutionRate => "问题解决率";

    public override string Satisfaction => "满意度";

    public override string Met => "按时";

    public override string Broken => "逾期";

    public override string Cancelled => "不再适用";

    public override string Open => "进行中";

    public override string AtRisk => "有风险";

    public override string Resolved => "已解决";

    public override string GivenUp => "未解决结束";

    public override string Reopened => "重新打开";

    public override string Emergencies => "紧急事件";

    public override string Credit => "服务抵扣";

    public override string NoFigure => "无数据";

    public override string All => "合计";

    public override string Target => "目标";

    public override string Metric => "承诺";

    public override string ByTarget => "各目标达成情况";

    public override string ByMetric => "按承诺类型";

    public override string ByTargetNote =>
        "用时：分别有一半、九成和百分之九十九的承诺，其用时不超过时限的该比例。";

    public override string UsedMedian => "用时（半数）";

    public override string Used90 => "用时（90%）";

    public override string Used99 => "用时（99%）";

    public override string Trend => "近期趋势";

    public override string Month => "月份";

    public override string BreachTimes => "逾期时间分布";

    public override string BreachTimesNote =>
        "自上而下为周一至周日，自左向右为 0 至 23 时；颜色越深，逾期越多。";

    public override string Weekday => "星期";

    public override string Hours => "时段";

    public override string Lost => "未计时间";

    public override string LostNote => "已有结果的承诺中，因暂停和约定免责而未计的服务时间。";

    public override string Cause => "原因";

    public override string Time => "时长";

    public override string Excluded => "约定免责";

    public override string NotSaid => "未注明";

    public override string Tickets => "工单";

    public override string Figure => "指标";

    public override string Count => "数值";

    public override string Indicators => "周期指标";

    public override string Promised => "承诺值";

    public override string Result => "结果";

    public override string Kept => "达标";

    public override string NotKept => "未达标";

    public override string NotYet => "本报告不作判定";

    public override string Rule => "规则";

    public override string Holds => "成立";

    public override string Gives => "抵扣";

    public override string Counts => "计入";

    public override string Yes => "是";

    public override string No => "否";

    public override string Fee => "费用";

    public override string Amount => "金额";

    public override string Sum => "计入规则合计";

    public override string Cap => "上限";

    public override string CreditTotal => "服务抵扣金额";

    public override string Exclusions => "免责时段";

    public override AgreedDueWords AgreedDues { get; } = new ChineseAgreedDueWords();

    public override string From => "开始";

    public override string To => "结束";

    public override string Reason => "原因";

    public override string ApprovedBy => "批准人";

    public override string Ticket => "工单";

    public override string Due => "到期";

    public override string Ended => "完成";

    public override string StillOpen => "尚未完成";

    public override string Assignee => "处理人";

    public override string BrokenPromises => "逾期的承诺";

    public override string OpenAtRisk => "进行中且有风险";

    public override string CancelledPromises => "不再适用的承诺";

    public override string Before => "已发送";

    public override string After => "现为";

    public override string HowCounted => "统计口径";

    public override IReadOnlyList<string> Rules { get; } =
    [
        "承诺计入其有结果的周期：按时的以完成时间为准，逾期的以到期时间为准。",
        "达成率 = 按时 /（按时 + 逾期）。工单事先被合并或删除的承诺不再适用，仅列出，不计入。",
        "问题解决率 = 已解决 /（已解决 + 未解决结束）；"
        + "未解决结束指工单被删除、合并，或未解决即关闭。",
        "比率一律向下取整，未达标的数值不会显示为达标。",
    ];

    public override string Files => "下载本报告";

    public override string NowBroken => "现为逾期";

    public override string NotBroken => "更正为未逾期";

    public override string NoCredits => "本期不收取费用，或未约定服务抵扣。";

    public override string Nothing => "无。";

    public override string Version(int version) => $"第 {version} 版";

    public override string Answers(int count) => $"{count} 份评价";

    public override string Of(ReportSpan span) => span.Unit switch
    {
        ReportPeriod.Month => $"{span.First.Year}年{span.First.Month}月",
        ReportPeriod.Quarter => $"{span.First.Year}年第{((span.First.Month - 1) / 3) + 1}季度",
        ReportPeriod.Year => $"{span.First.Year}年",
        _ => $"{Day(span.First)}至{Day(span.Last)}",
    };

    public override string Of(ReportDimension dimension) => dimension switch
    {
        ReportDimension.Customer => "按客户",
        ReportDimension.Category => "按类别",
        ReportDimension.Priority => "按优先级",
        ReportDimension.Group => "按小组",
        _ => "按处理人",
    };

    public override string NameOf(ReportDimension dimension) => dimension switch
    {
        ReportDimension.Customer => Customer,
        ReportDimension.Category => "类别",
        ReportDimension.Priority => "优先级",
        ReportDimension.Group => "小组",
        _ => Assignee,
    };

    public override string Of(Measure measure, string? target) => measure switch
    {
        Measure.Attainment => target is null ? Attainment : $"{target} {Attainment}",
        Measure.ResolutionRate => ResolutionRate,
        _ => Satisfaction,
    };

    public override string Of(ReportPeriod period) => period switch
    {
        ReportPeriod.Month => "每月",
        ReportPeriod.Quarter => "每季度",
        _ => "每年",
    };

    public override string Of(FeeKind kind, string? name, int count) => kind switch
    {
        FeeKind.Basic => "基本服务费",
        FeeKind.Emergencies => $"紧急事件 {count} 次",
        _ => name ?? "增值服务",
    };

    public override string Of(RestatedKind kind, string? of) => kind switch
    {
        RestatedKind.Attainment => $"{Attainment}（%）",
        RestatedKind.Met => $"{Met}（{of}）",
        RestatedKind.Breached => $"{Broken}（{of}）",
        RestatedKind.Cancelled => $"{Cancelled}（{of}）",
        RestatedKind.Resolved => Resolved,
        RestatedKind.GivenUp => GivenUp,
        RestatedKind.Reopened => Reopened,
        RestatedKind.Answers => "评价数",
        RestatedKind.Satisfaction => Satisfaction,
        _ => $"{Credit}（{of}）",
    };

    public override string Of(IsoDayOfWeek day) => ChineseWording.DaysFromMonday[(int)day - 1];

    public override string LostTo(TicketStatus status) => status switch
    {
        TicketStatus.New => "新建期间",
        TicketStatus.Open => "处理期间",
        TicketStatus.Pending => "等待客户",
        TicketStatus.OnHold => "挂起",
        TicketStatus.Resolved => "解决后至重新打开",
        _ => "关闭后至重新打开",
    };

    public override string RestatedSince(string sentAt) => $"本报告于 {sentAt} 发送后，因迟到的消息有所更正。";

    public override string StatementOf(string period) => $"服务抵扣规则：{period}";

    public override string FeesOf(string period) => $"费用与服务抵扣：{period}";

    public override string DaysInForce(int days, int of) => $"{of} 天中协议有效 {days} 天，基本服务费按有效天数计。";

    private static string Day(LocalDate day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
