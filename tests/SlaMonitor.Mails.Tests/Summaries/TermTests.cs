using SlaMonitor.Core.Agreements;
using SlaMonitor.Mails.Summaries;

namespace SlaMonitor.Mails.Tests.Summaries;

/// <summary>How long an agreement holds, in both languages: who reads it must not take an end for a renewal.</summary>
public sealed class TermTests
{
    private static readonly Term Open = new() { From = new(2026, 1, 1) };
    private static readonly Term Year = Open with { To = new(2026, 12, 31) };
    private static readonly Term Yearly = Year with { Renews = Renewal.Yearly };

    public static TheoryData<Term, string, string> Terms => new()
    {
        { Open, "The term began on Thu 2026-01-01 and has no end.", "期限自 2026-01-01 周四 起，无截止日期。" },
        {
            Year,
            "The term is Thu 2026-01-01 to Thu 2026-12-31; it does not renew.",
            "期限为 2026-01-01 周四 至 2026-12-31 周四，到期不续。"
        },
        {
            Yearly,
            "The term is Thu 2026-01-01 to Thu 2026-12-31; it renews yearly until notice is given.",
            "期限为 2026-01-01 周四 至 2026-12-31 周四，按年自动续期，直至收到终止通知。"
        },
        {
            Yearly with { NoticeDays = 30 },
            "The term is Thu 2026-01-01 to Thu 2026-12-31; it renews yearly unless notice is given 30 days before.",
            "期限为 2026-01-01 周四 至 2026-12-31 周四，按年自动续期，除非提前 30 天通知。"
        },
        {
            Yearly with { NoticeDays = 30, NoticeGivenOn = new(2026, 12, 15) },
            "The term is Thu 2026-01-01 to Thu 2026-12-31; notice was given on Tue 2026-12-15, and it ends on Fri 2027-12-31.",
            "期限为 2026-01-01 周四 至 2026-12-31 周四，已于 2026-12-15 周二 通知终止，至 2027-12-31 周五 止。"
        },
        {
            Yearly with { EndedOn = new(2026, 6, 30) },
            "The term is Thu 2026-01-01 to Thu 2026-12-31; the parties settled that it ends on Tue 2026-06-30.",
            "期限为 2026-01-01 周四 至 2026-12-31 周四，双方商定于 2026-06-30 周二 终止。"
        },
        {
            Open with { EndedOn = new(2026, 6, 30) },
            "The term began on Thu 2026-01-01; the parties settled that it ends on Tue 2026-06-30.",
            "期限自 2026-01-01 周四 起，双方商定于 2026-06-30 周二 终止。"
        },
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public void Term_AnyEnd_IsSaid(Term term, string english, string chinese)
    {
        Assert.Equal(english, SummaryWords.For("en").Term(term));
        Assert.Equal(chinese, SummaryWords.For("zh-CN").Term(term));
    }
}
