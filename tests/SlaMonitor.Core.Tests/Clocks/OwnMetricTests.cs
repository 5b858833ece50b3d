using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.OwnMetrics;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>Metrics of an agreement's own, each as one story.</summary>
public sealed class OwnMetricTests
{
    [Fact]
    public void Start_OnASettledTicket_WaitsUntilItComesBack()
    {
        var story = new Story().Created("03-02 09:00").Resolved("03-02 10:00").CustomerSays("03-02 11:00");
        var rule = new MetricRule { Starts = [CustomerSays], Stops = [AgentSays], OnReopen = ReopenRule.KeepOutcome };
        Assert.Empty(Clocks(story, rule));

        var clock = Assert.Single(Clocks(story.Reopened("03-02 12:00"), rule));

        Assert.Equal((At("03-02 12:00"), null, ClockEnd.None), (clock.StartedAt, clock.EndedAt, clock.End));
    }

    [Fact]
    public void Resolution_ThatTheMetricDoesNotName_EndsIt()
    {
        var story = new Story().Created("03-02 09:00").Resolved("03-02 10:00");
        var rule = new MetricRule { Starts = [Created], Stops = [AgentSays] };

        var ended = Assert.Single(Clocks(story, rule));
        var gone = Assert.Single(Clocks(new Story().Created("03-02 09:00").Deleted("03-02 10:00"), rule));

        Assert.Equal((At("03-02 10:00"), ClockEnd.Resolved), (ended.EndedAt, ended.End));
        Assert.Equal((ClockEnd.Gone, ClockState.Cancelled), (gone.End, gone.StateAt(At("03-02 11:00"))));
    }

    [Fact]
    public void MetricThatStartsWithTheResolution_CountsOnTheSettledTicketAndEndsWithIt()
    {
        var rule = new MetricRule
        {
            Starts = [Resolved],
            Stops = [Becomes(new Condition { Fields = [new FieldCondition("report", [new FieldValue.Exactly("sent")])] })],
        };
        var story = new Story().Created("03-02 09:00").Resolved("03-02 10:00");

        Assert.Equal(BusinessDuration.FromHours(2), Assert.Single(Clocks(story, rule)).ElapsedAt(At("03-02 12:00")));
        Assert.Equal(
            (At("03-02 13:00"), ClockEnd.Stopped),
            EndOf(Clocks(story.Add(TicketEventType.Updated, "03-02 13:00", Field("report", "sent")), rule)));
        Assert.Equal(
            (At("03-02 13:00"), ClockEnd.Gone),
            EndOf(Clocks(new Story().Created("03-02 09:00").Resolved("03-02 10:00").Deleted("03-02 13:00"), rule)));
        Assert.Empty(Clocks(new Story().Created("03-02 09:00").Deleted("03-02 10:00"), rule));
    }

    [Fact]
    public void Becomes_WhatHoldsFromTheCreationOn_HappensWithIt()
    {
        var story = new Story().Add(TicketEventType.Created, "03-02 09:00", new TicketChange { Group = "second" });

        var clock = Assert.Single(Clocks(story, new MetricRule { Starts = [Becomes(Second)], Stops = [Ceases(Second)] }));

        Assert.Equal(At("03-02 09:00"), clock.StartedAt);
    }

    [Fact]
    public void Note_OfAnAgent_CountsOnlyWhereNotesAreMeant()
    {
        var story = new Story().Created("03-02 09:00").AgentNotes("03-02 10:00").AgentSays("03-02 11:00");
        Instant? EndBy(bool? isPublic) => EndOf(Clocks(
            story, new MetricRule { Starts = [Created], Stops = [new Occurrence.Reply(Actor.Agent, isPublic)] })).At;

        Assert.Equal(At("03-02 10:00"), EndBy(null));
        Assert.Equal(At("03-02 10:00"), EndBy(false));
        Assert.Equal(At("03-02 11:00"), EndBy(true));
    }

    [Fact]
    public void Acknowledgement_OfAnyPromise_IsAnOccurrence()
    {
        var story = new Story().Created("03-02 09:00").Add(TicketEventType.Acknowledged, "03-02 10:00", new TicketChange
        {
            Acknowledgement = new Acknowledgement(new ClockId("x/1/1s"), "li@example.com", At("03-02 10:00"), At("03-02 14:00")),
        });

        Assert.Equal(
            (At("03-02 10:00"), ClockEnd.Stopped),
            EndOf(Clocks(story, new MetricRule { Starts = [Created], Stops = [new Occurrence.Acknowledged()] })));
    }

    [Fact]
    public void Explanation_OwnMetric_SaysWhatItMeasuresAndWhatHeldIt()
    {
        var story = new Story().Created("03-02 09:00")
            .Add(TicketEventType.Updated, "03-02 10:00", new TicketChange { Group = "second" })
            .Add(TicketEventType.Updated, "03-02 12:00", new TicketChange { Group = "first" })
            .Add(TicketEventType.Updated, "03-02 15:00", new TicketChange { Group = "second" });
        var clock = Assert.Single(Clocks(story, Others[0]));

        var text = ExplanationText.Of(ClockExplanation.Of(clock, At("03-02 16:00")));

        Assert.Equal(
            """
            own-0: running
            test v1, target Own-0: within 9h of calendar weekdays (Asia/Shanghai), from Mon 2026-03-02 10:00:00.
            Metric own-0: starts on becoming group second; stops on the resolution or closing; stands still while: not (group second).
            It is due Tue 2026-03-03 13:00:00; 6h are left.
            Counted 3h of 9h:
              Mon 2026-03-02 10:00:00 – 12:00:00  2h
              Mon 2026-03-02 15:00:00 – 16:00:00  1h
            Not counted: Mon 2026-03-02 12:00:00 – 15:00:00, while: not (group second).

            """,
            text.ReplaceLineEndings("\n"));
    }

    private static (Instant? At, ClockEnd By) EndOf(IReadOnlyList<Clock> clocks) =>
        Assert.Single(clocks) is var clock ? (clock.EndedAt, clock.End) : default;

    private static TicketChange Field(string name, string value) =>
        new() { Fields = new Dictionary<string, string> { [name] = value } };

    private static IReadOnlyList<Clock> Clocks(Story story, MetricRule rule) => ClockSet.Of(story.Ticket, _ => Promise([rule]));
}
