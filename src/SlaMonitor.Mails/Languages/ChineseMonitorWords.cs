namespace SlaMonitor.Mails.Languages;

internal sealed class ChineseMonitorWords : MonitorWords
{
    public override string Title => "监控状态";

    public override string LastEvaluation => "上次检查";

    public override string Lag => "滞后";

    public override string MailsSent => "上次发送邮件";

    public override string Queue => "队列中的邮件";

    public override string DiskFree => "磁盘可用空间";

    public override string Never => "从未";

    public override string None => "无";

    public override string NoProblem => "一切正常。";

    public override string Checks => "检查项";

    public override string Connections => "接入的服务台";

    public override string Connection => "接入";

    public override string LastDelivery => "最近收到";

    public override string Counted => "被拒或无法识别";

    public override string NoSecret => "尚无密钥";

    public override string NoConnection => "尚未接入服务台。";

    public override string DeadLetters => "未送达的通知";

    public override string Letter => "收件人与内容";

    public override string Why => "原因";

    public override string Given => "入队时间";

    public override string SendAgain => "重新发送";

    public override string SendAllAgain => "全部重新发送";

    public override string NoDeadLetter => "没有未送达的通知。";

    public override string ForAdministrators => "仅管理员可见。";

    public override string Agreements => "协议";

    public override string Version => "版本";

    public override string EffectiveFrom => "生效日期";

    public override string InForce => "生效中";

    public override string Removed => "删除";

    public override string Added => "新增";

    public override string NoDifference => "内容相同。";

    public override string Holidays => "节假日";

    public override string HolidayList => "节假日表";

    public override string KnownUntil => "已知至";

    public override string RunsOut => "即将用尽";

    public override string NoHolidayList => "没有会到期的节假日表。";

    public override string Counts => "启动以来的计数";

    public override string Of(int status) => status switch
    {
        0 => "正常",
        1 => "需要关注",
        _ => "无法工作",
    };

    public override string Tries(int count) => $"已尝试 {count} 次";

    public override string Resent(int count) => $"已重新发送 {count} 条。";

    public override string Differences(string agreement, int before, int after) => $"{agreement}：第 {before} 版至第 {after} 版";
}
