namespace SlaMonitor.Mails.Languages;

internal sealed class ChineseBoardWords : BoardWords
{
    public override string Title => "未完成的承诺";

    public override string NotUpdatedSince => "停止更新于";

    public override string All => "全部";

    public override string AtRisk => "有风险";

    public override string Running => "计时中";

    public override string Breached => "已逾期";

    public override string Met => "已兑现";

    public override string Paused => "已暂停";

    public override string Provisional => "暂定";

    public override string DueNext => "即将到期";

    public override string Broken => "已逾期，仍须完成";

    public override string OnHold => "已暂停";

    public override string NothingOpen => "目前没有未完成的承诺。";

    public override string NothingMatches => "没有符合条件的承诺。";

    public override string State => "状态";

    public override string Agreement => "协议";

    public override string Target => "目标";

    public override string Group => "处理组";

    public override string Who => "负责人";

    public override string Show => "查看";

    public override string ShowAll => "查看全部";

    public override string Mine => "我的";

    public override string Everybodys => "所有人的";

    public override string Wall => "大屏显示";

    public override string Back => "全部未完成的承诺";

    public override string Pages => "页面";

    public override NameWords Name { get; } = new()
    {
        Why = "认领承诺时将使用此名称，“我的”也以此为准。它会在此浏览器中保存一年。",
        Field = "您的邮箱地址",
        Remember = "保存",
        Forget = "清除",
        NoAddress = "这不是有效的邮箱地址，格式应如 anna@example.com。",
    };

    public override string Month => "本月";

    public override string NoAgreementInForce => "没有生效的协议。";

    public override string Badge => "用于服务台的徽章";

    public override string BadgeAdvice => "可嵌入侧栏的小页面和图片。持有该地址者只能看到工单的时限状态。";

    public override MonitorWords Monitor { get; } = new ChineseMonitorWords();

    public override OnCallWords OnCall { get; } = new ChineseOnCallWords();

    public override TakeWords Take { get; } = new ChineseTakeWords();

    public override string WhoAreYou => "您是谁？";

    public override string SignOut => "退出登录";

    public override string OtherLanguage => "English";

    public override string Status => "工单状态";

    public override string Created => "创建时间";

    public override string Clocks => "计时";

    public override string Told => "已通知";

    public override string WillBeTold => "若无变化，下一步通知";

    public override string NobodyTold => "尚未通知任何人。";

    public override string NobodyNext => "没有后续步骤。";

    public override string AsIfAt => "时间点";

    public override string NoClock => "此工单没有任何承诺。";

    public override string AsOf(string moment) => $"截至 {moment}";

    public override string AndMore(int count) => $"另有 {count} 项";

    public override string OnlyFirst(int count) => $"这里只查看了最先到期的 {count} 项。GET /api/promises 可列出全部。";

    public override string ClosedUntil(string moment) => $"非服务时间，暂停至 {moment}";

    public override string HeldBy(string status) => $"因工单{status}";

    public override string ShownAt(string moment) => $"假设没有其他变化，{moment} 时的情况如下。";

    public override string Drawing => "计时示意图：已计时、未计时的时段及到期时间，下方有相同的文字说明。";

    public override string TimeForm => "例如 2026-03-02T10:00:00+08:00";

    public override string Of(BoardPlace place) => place switch
    {
        BoardPlace.OnCall => OnCall.Title,
        BoardPlace.Month => Month,
        BoardPlace.Monitor => Monitor.Title,
        _ => "实时",
    };

    public override string Of(ToldResult result) => result switch
    {
        ToldResult.Claimed => "发送中",
        ToldResult.Sent => "已发送",
        ToldResult.Failed => "邮件系统拒收",
        _ => "被退回",
    };

    public override string Cycle(int number) => $"第 {number} 轮";

    public override string Events(int count) => $"{count} 个事件";
}
