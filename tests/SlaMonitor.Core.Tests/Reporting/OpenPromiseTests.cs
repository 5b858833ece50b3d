using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tests.Tickets;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Reporting;

public sealed class OpenPromiseTests
{
    private static readonly Agreement Terms = Promising(
        Within(Metric.FirstResponse, "4"), Within(Metric.NextResponse, "2"), Within(Metric.Update, "9"), Within(Metric.Resolution, "20"));

    private static readonly AgreementBook Book = new([new AgreementHistory([Terms])]);

    [Fact]
    public void Of_AnyTicketAtAnyMoment_StandsAsItsExplanationSays() => Histories.AnyMoment.Sample(moment =>
    {
        foreach (var (clock, promise) in OpenAt(moment.Log, moment.Now))
        {
            var explanation = ClockExplanation.Of(clock, moment.Now);
            Assert.Equal(explanation.State, promise.State);
            Assert.Equal(explanation.Remaining, promise.Left);
        }
    });

    /// <summary>What the script of a page does between two looks: it counts down in real time, or not at all.</summary>
    [Fact]
    public void Left_UntilTheCalendarOpensOrCloses_FallsInRealTimeOrNotAtAll() => Gen.Select(Histories.AnyMoment, Gen.Int[0, 100])
        .Sample((moment, percent) =>
        {
            foreach (var (clock, promise) in OpenAt(moment.Log, moment.Now))
            {
                var until = promise.ChangesAt ?? moment.Now + Duration.FromDays(1);
                var passed = (until - moment.Now) * percent / 100;
                var later = OpenPromise.Of(promise.Outcome, Book, moment.Now + passed);

                var fallen = promise.IsCounting ? passed.BclCompatibleTicks : 0;
                Assert.Equal(promise.Left!.Value.Ticks - fallen, later.Left!.Value.Ticks);
                if (promise.ChangesAt is { } change)
                    Assert.NotEqual(promise.IsCounting, OpenPromise.Of(promise.Outcome, Book, change).IsCounting);
            }
        });

    [Theory]
    [InlineData("03-02 11:59", false)] // Of four hours since nine, three are used at noon.
    [InlineData("03-02 12:00", true)]
    [InlineData("03-02 13:00", true)]
    [InlineData("03-02 13:01", false)] // It is broken.
    public void IsAtRisk_FromThreeQuartersOfTheBudgetUntilItIsBroken(string now, bool isAtRisk) =>
        Assert.Equal(isAtRisk, Only(new Story().Created("03-02 09:00"), now).IsAtRisk);

    [Theory]
    [InlineData("03-02 10:00", true, "03-02 18:00")]
    [InlineData("03-02 18:00", false, "03-03 09:00")] // Monday evening
    [InlineData("03-06 20:00", false, "03-09 09:00")] // Friday evening
    public void ChangesAt_IsTheNextClosingOrOpening(string now, bool isCounting, string changes)
    {
        var promise = Only(new Story().Created("03-02 09:00"), now);

        Assert.Equal((isCounting, At(changes)), (promise.IsCounting, promise.ChangesAt!.Value));
    }

    [Fact]
    public void ChangesAt_WhileAStatusHoldsIt_IsUnknown_AndWhatIsLeftStays()
    {
        var story = new Story().Created("03-02 09:00").Status("03-02 11:00", TicketStatus.Pending);

        var promise = Only(story, "03-05 10:00", Within(Metric.Resolution, "4"));

        Assert.Equal((ClockState.Paused, false, (Instant?)null), (promise.State, promise.IsCounting, promise.ChangesAt));
        Assert.Equal(BusinessDuration.FromHours(2), promise.Left);
    }

    [Fact]
    public void Of_ATargetOfSeveralSites_CountsInTheCalendarOfTheTicketsSite()
    {
        var always = BusinessCalendar.Compile(CalendarDefinition.Always("always", Weekdays.Definition.TimeZone));
        var target = Within(Metric.Resolution, "4");
        target = target with
        {
            Sites = new SiteTargets(
                "site", new Dictionary<string, Target> { ["plant"] = target with { Calendar = always, Site = "site is plant" } }),
        };
        var story = new Story().Add(
            TicketEventType.Created, "03-02 20:00", new TicketChange { Fields = new Dictionary<string, string> { ["site"] = "plant" } });

        var promise = Only(story, "03-02 21:00", target);

        Assert.Equal(("always", true), (promise.Target!.Calendar.Id, promise.IsCounting));
        Assert.Equal(BusinessDuration.FromHours(3), promise.Left);
    }

    [Fact]
    public void Of_AnAgreementThatIsNotThereAnyMore_SaysNothingOfWhatIsLeft()
    {
        var outcome = Only(new Story().Created("03-02 09:00"), "03-02 10:00").Outcome;

        var promise = OpenPromise.Of(outcome, AgreementBook.Empty, At("03-02 10:00"));

        Assert.Equal(ClockState.Running, promise.State);
        Assert.Null(promise.Target);
        Assert.Null(promise.Left);
        Assert.False(promise.IsCounting || promise.IsAtRisk);
        Assert.True(OpenPromise.Of(outcome, AgreementBook.Empty, At("03-02 12:00")).IsAtRisk);
    }

    [Theory]
    [InlineData("03-02 10:00", true)]
    [InlineData("03-02 13:59", true)]
    [InlineData("03-02 14:00", false)]
    public void Taken_HoldsUntilItExpires(string now, bool isTaken)
    {
        var clock = new Story().Created("03-02 09:00").Clock(Within(Metric.FirstResponse, "4"));
        var outcome = Only(new Story().Created("03-02 09:00"), "03-02 09:30").Outcome with
        {
            Taken = new Acknowledgement(clock.Id, "anna@example.com", At("03-02 10:00"), At("03-02 14:00")),
        };

        Assert.Equal(isTaken, OpenPromise.Of(outcome, Book, At(now)).Taken is { By: "anna@example.com" });
    }

    [Theory]
    [InlineData("acme", null, true)]
    [InlineData("ACME", null, true)]
    [InlineData("globex", null, false)]
    [InlineData(null, PromiseStanding.Running, true)]
    [InlineData(null, PromiseStanding.AtRisk, false)]
    [InlineData("acme", PromiseStanding.Breached, false)]
    public void Matches_WhatIsAskedFor(string? customer, PromiseStanding? standing, bool matches)
    {
        var promise = Only(new Story().Add(TicketEventType.Created, "03-02 09:00", new TicketChange { Customer = "Acme" }), "03-02 10:00");

        Assert.Equal(matches, new PromiseFilter { Customer = customer, Standing = standing }.Matches(promise));
    }

    private static OpenPromise Only(Story story, string now, Target? target = null)
    {
        var terms = Promising(target ?? Within(Metric.FirstResponse, "4"));
        var book = new AgreementBook([new AgreementHistory([terms])]);
        var outcome = Assert.Single(TicketOutcomes.Of(TicketAssessment.Of(story.Events, [], book, At(now))!).Clocks);
        return OpenPromise.Of(outcome, book, At(now));
    }

    private static IEnumerable<(Clock Clock, OpenPromise Promise)> OpenAt(TicketEvent[] log, Instant now)
    {
        if (TicketAssessment.Of([.. log.Where(one => one.Time <= now)], [], Book, now) is not { } assessment) return [];

        return assessment.Clocks.Zip(TicketOutcomes.Of(assessment).Clocks)
            // A helpdesk whose clock is ahead of ours may tell of a ticket before it was created.
            .Where(pair => pair.First.EndedAt is null && pair.First.StartedAt <= now)
            .Select(pair => (pair.First, OpenPromise.Of(pair.Second, Book, now)));
    }
}
