namespace SlaMonitor.Mails.Languages;

internal sealed class ChineseTakeWords : TakeWords
{
    public override string Take => "由我处理";

    public override string HandOver => "转交";

    public override string To => "转交给";

    public override string GiveBack => "退回";

    public override string TakenBefore(string by, string until) => $"未作更改：已由 {by} 认领，有效至 {until}。";

    public override string NobodyHasIt => "未作更改：目前无人认领，可以由您处理。";

    public override string Over => "未作更改：该承诺已结束，或已变为另一项承诺。";

    public override string NoAddress => "未作更改：需要邮箱地址，例如 anna@example.com。";
}
