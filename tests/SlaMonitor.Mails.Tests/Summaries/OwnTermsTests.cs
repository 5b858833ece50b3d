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
        "Second level（second-level）：起始：becoming group second；或 a reopening；结束：a public reply of an agent；"
        + "暂停条件：status on hold；工单解决时结束。")]
    public void Measures_OwnMetric_SaysWhatStartsStopsAndPausesIt(string language, string sentence) =>
        Assert.Equal(sentence, SummaryWords.For(language).Measures(SecondLevel, SecondLevel.Rule!));

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
