namespace SlaMonitor.Mails.Languages;

internal sealed class ChineseAgreedDueWords : AgreedDueWords
{
    public override string Heading => "商定时限";

    public override string Without => "不计商定时限";

    public override string Agreed => "商定的时限";

    public override string Computed => "原时限";

    public override string State => "结果";

    public override string StateWithout => "不计商定时的结果";

    public override string Note(int decided, int saved, int open) =>
        $"在按时或逾期的承诺中，{decided} 项由双方为工单另行商定了时限，"
        + $"其中 {saved} 项若未商定则为逾期；"
        + $"进行中的承诺若未商定，{open} 项现已逾期。";
}
