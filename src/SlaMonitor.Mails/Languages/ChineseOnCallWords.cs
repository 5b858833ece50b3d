namespace SlaMonitor.Mails.Languages;

internal sealed class ChineseOnCallWords : OnCallWords
{
    public override string Title => "值班";

    public override string NoRotation => "生效的协议中没有值班轮换。";

    public override string Now => "当前";

    public override string Next => "下一位";

    public override string NextFrom(string member, string moment) => $"{member}，自 {moment}";

    public override string Who => "值班人";

    public override string From => "开始";

    public override string Until => "结束";

    public override string Remark => "备注";

    public override string Zone => "时区";

    public override string Nobody => "无人";

    public override string Gap => "空缺";

    public override string GapFrom(string moment) => $"自 {moment} 起无人值班，届时将通知后备联系人。";

    public override string Overlap => "两人重叠";

    public override string InPlaceOf(string member) => $"代替 {member}";

    public override string ChangedBy(string member) => $"由 {member} 更改";

    public override string Calendar => "可订阅的日历";

    public override string SayWho => "如需换班，请先在页面顶部说明您是谁。";

    public override string StandsIn => "代班人";

    public override string Swap => "换班";

    public override string SwapLinkOf(string member) => $"{member} 本人换班链接";

    public override string NotYours =>
        "未作更改：此链接只能更换您本人的班次，而所选时间并非全部由您值班。";

    public override string TakeBack => "撤销";

    public override string NotAShift =>
        "未作更改：需要邮箱地址，结束时间须晚于开始时间且尚未过去，最长 62 天。";

    public override string TooMany => "未作更改：更改数量已达上限，请写入协议文件。";

    public override string NoSuchChange => "未作更改：该更改已结束或已撤销。";
}
