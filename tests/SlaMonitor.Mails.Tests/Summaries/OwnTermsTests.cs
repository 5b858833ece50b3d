using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Summaries;

namespace SlaMonitor.Mails.Tests.Summaries;

/// <summary>What an agreement defines for itself, in both languages.</summary>
public sealed class OwnTermsTests
{
    private static readonly Metric SecondLevel = Metric.Own(
        "second-level",
        "Second level",
        new MetricRule
        {
            Starts = [new Occurrence.Becomes(new Condition { Groups = ["second"] }), new Occurrence.Reopened()],
            Stops = [new Occurrence.Reply(Actor.Agent, true)],
            Pauses = new Condition { Statuses = [TicketStatus.OnHold] },
        },
        0);

    [Theory]
    [InlineData(
        "en",
        "Second level (second-level) starts on becoming group second or on a reopening and stops on a public reply of an agent; "
        + "it stands still while: status on hold; the resolution ends it.")]
    [InlineData(
        "zh-CN",
        "Second level（second-level）：起始：变为：小组为 second；或 工单重新打开；结束：处理人员的公开回复；"
        + "暂停条件：状态为挂起；工单解决时结束。")]
    public void Measures_OwnMetric_SaysWhatStartsStopsAndPausesIt(string language, string sentence) =>
        Assert.Equal(sentence, SummaryWords.For(language).Measures(SecondLevel, SecondLevel.Rule!));

    public static TheoryData<Condition, string> Conditions => new()
    {
        { Condition.Always, "所有工单" },
        {
            new Condition { Priorities = [TicketPriority.Urgent, TicketPriority.High], Groups = ["core"] },
            "优先级为紧急或高，且小组为 core"
        },
        {
            new Condition { Emergency = true, Tags = ["a", "b", "c"], Sources = ["/desk"] },
            "属于紧急事件，且标签含 a、b或c，且来源为 /desk"
        },
        { new Condition { Emergency = false, Categories = ["x"], IsAssigned = false }, "不属于紧急事件，且类别为 x，且未分派" },
        {
            new Condition { Customers = ["Acme"], Assignees = ["anna"], IsAssigned = true, Requesters = ["eve"] },
            "客户为 Acme，且处理人为 anna，且已分派，且提交人为 eve"
        },
        {
            new Condition
            {
                Statuses = [TicketStatus.Pending],
                Fields =
                [
                    new FieldCondition("tier", [new FieldValue.Exactly("gold"), new FieldValue.Anything()]),
                    new FieldCondition("seats", [new FieldValue.Between(50, null, false, true, false, ">= 50")]),
                ],
            },
            "状态为等待客户，且字段 tier 为 gold或任意值，且字段 seats 为 在 >= 50 范围内"
        },
        {
            new Condition
            {
                Any = [new Condition { Tags = ["a"] }, new Condition { Groups = ["b"] }],
                Not = new Condition { Tags = ["test"] },
            },
            "满足其一（标签含 a；小组为 b），且不满足（标签含 test）"
        },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Tickets_InChinese_AreSaidInChinese(Condition condition, string words) =>
        Assert.Equal(words, SummaryWords.For("zh-CN").Tickets(condition));

    public static TheoryData<Occurrence, string> Occurrences => new()
    {
        { new Occurrence.Created(), "工单创建" },
        { new Occurrence.Resolved(), "工单解决或关闭" },
        { new Occurrence.Acknowledged(), "有人接手" },
        { new Occurrence.Reply(Actor.Customer, false), "客户的内部备注" },
        { new Occurrence.Reply(null, null), "回复或备注" },
        { new Occurrence.Ceases(new Condition { Statuses = [TicketStatus.OnHold] }), "不再是：状态为挂起" },
    };

    [Theory]
    [MemberData(nameof(Occurrences))]
    public void Measures_InChinese_SaysEachOccurrenceInChinese(Occurrence occurrence, string words) => Assert.Contains(
        $"起始：{words}；结束",
        SummaryWords.For("zh-CN").Measures(SecondLevel, SecondLevel.Rule! with { Starts = [occurrence] }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("en", CountsFrom.Created, "")]
    [InlineData("en", CountsFrom.Assignment, " from the assignment")]
    [InlineData("en", CountsFrom.FirstResponse, " from the first response")]
    [InlineData("en", CountsFrom.CustomerMessage, " from the customer's first message")]
    [InlineData("zh-CN", CountsFrom.Created, "")]
    [InlineData("zh-CN", CountsFrom.Assignment, "自分派起 ")]
    [InlineData("zh-CN", CountsFrom.FirstResponse, "自首次响应起 ")]
    [InlineData("zh-CN", CountsFrom.CustomerMessage, "自客户首条消息起 ")]
    public void Of_CountsFrom_IsSaidBesideTheMetric(string language, CountsFrom from, string words) =>
        Assert.Equal(words, Wording.For(language).Of(from));

    [Theory]
    [InlineData("en", "Second level", " (agreed for this ticket by boss)")]
    [InlineData("zh-CN", "Second level", "（本工单另行商定，同意人：boss）")]
    public void Of_OwnMetricAndAgreedDue_AreSaid(string language, string metric, string agreed)
    {
        Assert.Equal(metric, Wording.For(language).Of(SecondLevel));
        Assert.Equal("own", Wording.For(language).Of(Metric.Own("own", null, SecondLevel.Rule!, 0)));
        Assert.Equal(agreed, Wording.For(language).AsAgreed("boss"));
    }
}
