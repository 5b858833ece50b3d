using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tests.Tickets;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>From when on a target counts: each rule as a story, and what holds for all of them.</summary>
public sealed class CountsFromTests
{
    private static readonly Instant Later = At("03-09 12:00");

    [Fact]
    public void FirstResponse_FromTheCustomersMessage_WhereAnAgentOpenedTheTicket_WaitsForIt()
    {
        var story = Opened(Actor.Agent).AgentSays("03-02 09:05");
        Assert.Empty(Clocks(story, Metric.FirstResponse, CountsFrom.CustomerMessage));

        var answered = Assert.Single(Clocks(
            story.CustomerSays("03-02 10:00").AgentSays("03-02 11:00"), Metric.FirstResponse, CountsFrom.CustomerMessage));

        Assert.Equal((At("03-02 10:00"), At("03-02 11:00"), ClockEnd.Replied), (answered.StartedAt, answered.EndedAt, answered.End));
    }

    [Theory]
    [InlineData(Actor.Customer)]
    [InlineData(null)]
    public void FirstResponse_FromTheCustomersMessage_WhereTheCustomerOpenedTheTicket_CountsFromTheCreation(Actor? by) =>
        Assert.Equal(
            At("03-02 09:00"),
            Assert.Single(Clocks(Opened(by).CustomerSays("03-02 10:00"), Metric.FirstResponse, CountsFrom.CustomerMessage)).StartedAt);

    [Fact]
    public void FirstResponse_FromAMessageOnASettledTicket_WaitsUntilItComesBack()
    {
        var story = Opened(Actor.Agent).Resolved("03-02 09:30").CustomerSays("03-02 10:00");
        Assert.Empty(Clocks(story, Metric.FirstResponse, CountsFrom.CustomerMessage));

        Assert.Equal(
            At("03-02 12:00"),
            Assert.Single(Clocks(story.Reopened("03-02 12:00"), Metric.FirstResponse, CountsFrom.CustomerMessage)).StartedAt);
    }

    [Fact]
    public void Update_FromTheFirstResponse_HasNoCycleBeforeIt()
    {
        var story = Opened(Actor.Customer);
        Assert.Empty(Clocks(story, Metric.Update, CountsFrom.FirstResponse));

        var clocks = Clocks(story.AgentSays("03-02 10:00").AgentSays("03-02 11:00"), Metric.Update, CountsFrom.FirstResponse);

        Assert.Equal([At("03-02 10:00"), At("03-02 11:00")], clocks.Select(clock => clock.StartedAt));
        Assert.Equal([1, 2], clocks.Select(clock => clock.Cycle));
    }

    [Fact]
    public void Resolution_FromTheAssignment_BeginsAnewWithEachHandOver()
    {
        var story = Opened(Actor.Customer);
        Assert.Empty(Clocks(story, Metric.Resolution, CountsFrom.Assignment));
        Clock Handed(string at, string group) => Assert.Single(Clocks(
            story.Add(TicketEventType.Updated, at, new TicketChange { Group = group }), Metric.Resolution, CountsFrom.Assignment));

        var first = Handed("03-02 10:00", "first");
        var second = Handed("03-02 12:00", "second");

        Assert.Equal((At("03-02 10:00"), "Resolution/1/32400s"), (first.StartedAt, first.Id.ToString()));
        Assert.Equal((At("03-02 12:00"), "Resolution/2/32400s"), (second.StartedAt, second.Id.ToString()));
        Assert.Equal(At("03-02 12:00"), Handed("03-02 13:00", "second").StartedAt);
    }

    [Fact]
    public void Resolution_FromTheAssignmentOfAPerson_CountsWhereNoGroupHasIt()
    {
        var story = Opened(Actor.Customer).Add(TicketEventType.Updated, "03-02 10:00", new TicketChange { Assignee = "li" });

        Assert.Equal(At("03-02 10:00"), Assert.Single(Clocks(story, Metric.Resolution, CountsFrom.Assignment)).StartedAt);
    }

    /// <summary>A later beginning is never an earlier due time, and no arrival order of the events is better than another.</summary>
    [Fact]
    public void Clocks_AnyHistory_BeginNoEarlierThanFromTheCreation() =>
        Gen.Select(Histories.Any, Gen.Int[0, 3].Select(i => Metric.BuiltIn[i]), Gen.Enum<CountsFrom>(), Gen.Int[0, int.MaxValue]).Sample(
            (history, metric, from, seed) =>
            {
                if (Ticket.Fold(history) is not { } ticket) return;

                var clocks = ClocksOf(ticket, metric, from);
                Assert.All(clocks, clock => Assert.True(clock.StartedAt >= ticket.CreatedAt && !(clock.EndedAt < clock.StartedAt)));
                Assert.Equal(clocks.Count, clocks.Select(clock => clock.Id).Distinct().Count());
                if (metric == Metric.Resolution && from != CountsFrom.Created)
                {
                    var created = ClocksOf(ticket, metric, CountsFrom.Created);
                    Assert.All(clocks, clock =>
                        Assert.Contains(created, one => one.EndedAt == clock.EndedAt && !(clock.DueAt < one.DueAt)));
                }

                var shuffled = history.ToArray();
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(
                    clocks.Select(Line), ClocksOf(Ticket.Fold(shuffled)!, metric, from).Select(Line));
            },
            iter: 5000);

    [Theory]
    [InlineData(CountsFrom.Assignment, "(not before it was assigned)")]
    [InlineData(CountsFrom.CustomerMessage, "(the customer's first message)")]
    public void Explanation_SaysFromWhenItCounts(CountsFrom from, string words)
    {
        var story = Opened(Actor.Agent).CustomerSays("03-02 10:00")
            .Add(TicketEventType.Updated, "03-02 10:00", new TicketChange { Group = "first" });

        Assert.Contains(
            $"from Mon 2026-03-02 10:00:00 {words}.",
            ExplanationText.Of(ClockExplanation.Of(Assert.Single(Clocks(story, Metric.FirstResponse, from)), Later)),
            StringComparison.Ordinal);
    }

    private static Story Opened(Actor? by) => new Story().Add(TicketEventType.Created, "03-02 09:00", new TicketChange { By = by });

    private static IReadOnlyList<Clock> Clocks(Story story, Metric metric, CountsFrom from) => ClocksOf(story.Ticket, metric, from);

    private static IReadOnlyList<Clock> ClocksOf(Ticket ticket, Metric metric, CountsFrom from)
    {
        var agreement = Promising(Within(metric, "9") with { From = from });
        return ClockSet.Of(ticket, _ => agreement);
    }

    private static string Line(Clock c) => $"{c.Id} {c.StartedAt} {c.EndedAt} {c.End} {c.DueAt} {c.ElapsedAt(Later)} {c.StateAt(Later)}";
}
