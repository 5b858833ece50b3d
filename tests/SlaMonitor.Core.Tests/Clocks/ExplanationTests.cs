using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>What an explanation holds, and the sentences that only some clocks need.</summary>
public sealed class ExplanationTests
{
    private static readonly Target Resolution = Within(Metric.Resolution, "9");

    [Fact]
    public void Exclusions_ThatTheClockDidNotMeet_AreNotShown()
    {
        var agreement = Promising(Resolution) with
        {
            Exclusions =
            [
                Exclusion("ends as it starts", "03-02 08:00", "03-02 10:00"),
                Exclusion("overlaps the start", "03-02 08:00", "03-02 10:00:01"),
                Exclusion("overlaps the end", "03-02 14:59:59", "03-02 17:00"),
                Exclusion("starts as it ends", "03-02 15:00", "03-02 17:00"),
                Exclusion("later", "03-03 09:00", "03-03 10:00"),
            ],
        };
        var clock = Assert.Single(new Story().Created("03-02 10:00").Resolved("03-02 15:00").Clocks(agreement));

        Assert.Equal(["overlaps the start", "overlaps the end"], Reasons("03-06 09:00"));
        Assert.Equal(["overlaps the start"], Reasons("03-02 12:00"));

        IEnumerable<string> Reasons(string now) => ClockExplanation.Of(clock, At(now)).Exclusions.Select(exclusion => exclusion.Reason);
    }

    [Fact]
    public void Held_BeginsNow_IsNotShownYet()
    {
        var clock = new Story().Created("03-02 10:00").Status("03-02 12:00", TicketStatus.Pending).Clock(Resolution);

        Assert.Empty(ClockExplanation.Of(clock, At("03-02 12:00")).Held);
        Assert.Single(ClockExplanation.Of(clock, At("03-02 12:00:01")).Held);
    }

    [Fact]
    public void PassedOver_IsWhatStandsBeforeTheTarget_OfItsMetric()
    {
        Target Meant(string id, Metric metric, params TicketPriority[] priorities) =>
            Within(metric, "9") with { Id = id, When = new Condition { Priorities = priorities } };
        var agreement = Promising(
            Meant("urgent", Metric.Resolution, TicketPriority.Urgent),
            Meant("reply", Metric.FirstResponse, TicketPriority.Urgent),
            Resolution,
            Meant("low", Metric.Resolution, TicketPriority.Low));
        var clock = Assert.Single(new Story().Created("03-02 10:00").Clocks(agreement));

        Assert.Equal(["urgent"], ClockExplanation.Of(clock, At("03-02 11:00")).PassedOver.Select(passed => passed.Target.Id));
    }

    [Fact]
    public void Acknowledgements_OfThisClockAndSoFar_AreShown_InTheTextToo()
    {
        var story = new Story().Created("03-02 10:00");
        foreach (var (clock, at) in new[]
        {
            ("Resolution/1/32400s", "03-02 11:00"),
            ("Resolution/1/7200s", "03-02 11:30"),
            ("Resolution/1/32400s", "03-02 15:00"),
        })
        {
            story.Add(
                TicketEventType.Acknowledged,
                at,
                new TicketChange
                {
                    Acknowledgement = new Acknowledgement(new ClockId(clock), $"anna at {at}", At(at), At(at) + Duration.FromHours(4)),
                });
        }

        var resolution = story.Clock(Resolution);

        Assert.Empty(ClockExplanation.Of(resolution, At("03-02 10:59:59")).Acknowledgements);
        Assert.Equal(
            ["anna at 03-02 11:00"],
            ClockExplanation.Of(resolution, At("03-02 11:00")).Acknowledgements.Select(taken => taken.By));
        Assert.Equal(2, ClockExplanation.Of(resolution, At("03-02 16:00")).Acknowledgements.Count);
        Assert.Contains("Taken by anna at 03-02 11:00: Mon 2026-03-02 11:00:00 – 15:00:00.", Text(resolution, "03-02 11:00"));
    }

    [Fact]
    public void Text_BeforeOpening_SaysThatNothingWasCounted() =>
        Assert.Contains("Counted 0m of 9h: nothing yet.", Text(new Story().Created("03-02 08:00").Clock(Resolution), "03-02 08:30"));

    [Theory]
    [InlineData("firstResponse", "First response: running")]
    [InlineData("resolution", "Resolution: running")]
    [InlineData("update", "Regular update: running")]
    public void Text_Headline_NamesTheMetric(string metric, string headline) =>
        Assert.Equal(headline, Text(new Story().Created("03-02 10:00").Clock(Within(Metric.FindBuiltIn(metric)!, "9")), "03-02 11:00")[0]);

    [Fact]
    public void Text_LaterCycles_AreNumbered()
    {
        var clocks = new Story()
            .Created("03-02 09:00")
            .AgentSays("03-02 09:30")
            .CustomerSays("03-02 10:00")
            .AgentSays("03-02 11:00")
            .CustomerSays("03-02 12:00")
            .Clocks(Promising(Within(Metric.NextResponse, "2")));

        Assert.Equal(["Next response: met", "Next response, cycle 2: running"], clocks.Select(clock => Text(clock, "03-02 12:30")[0]));
    }

    [Fact]
    public void Text_DueBeyondTheAnnouncedHolidays_IsProvisional()
    {
        var announced = new HolidayList { Name = "2025", CoveredFrom = new(2025, 1, 1), CoveredTo = new(2026, 3, 2) };
        var calendar = BusinessCalendar.Compile(new CalendarDefinition
        {
            Id = "announced",
            TimeZone = Zone.Id,
            Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>>
            {
                [IsoDayOfWeek.Monday] = [OpenHours.Parse("09:00-18:00")],
                [IsoDayOfWeek.Tuesday] = [OpenHours.Parse("09:00-18:00")],
            },
            Holidays = [new HolidayRule(announced)],
        });
        var story = new Story().Created("03-02 14:00");

        Assert.Contains(
            "It is due Tue 2026-03-03 14:00:00 (provisional: the holidays of that time are not announced yet); 8h are left.",
            Text(story.Clock(Within(Metric.Resolution, "9", calendar: calendar)), "03-02 15:00"));
        Assert.Contains(
            "It is due Mon 2026-03-02 18:00:00; 3h are left.",
            Text(story.Clock(Within(Metric.Resolution, "4", calendar: calendar)), "03-02 15:00"));
    }

    [Fact]
    public void Text_ReopenedAfterASettlement_SaysWhyThatTimeWasNotCounted()
    {
        var clock = new Story().Created("03-02 09:00").Resolved("03-02 10:00").Reopened("03-02 12:00").Clock(Resolution);

        Assert.Contains("Not counted: Mon 2026-03-02 10:00:00 – 12:00:00, resolved until it was reopened.", Text(clock, "03-02 13:00"));
    }

    [Fact]
    public void Text_KeptWhileHeld_HasNoDueTimeToName()
    {
        var clock = new Story()
            .Created("03-02 09:00")
            .Status("03-02 11:00", TicketStatus.Pending)
            .Resolved("03-02 15:00")
            .Clock(Resolution);

        Assert.Contains("Kept: resolved Mon 2026-03-02 15:00:00, while the clock was held with 7h left.", Text(clock, "03-02 16:00"));
    }

    [Fact]
    public void Text_AtTheVeryEnd_IsEnded() => Assert.Contains(
        "Kept: resolved Mon 2026-03-02 15:00:00; it was due Mon 2026-03-02 18:00:00, so 3h were left.",
        Text(new Story().Created("03-02 09:00").Resolved("03-02 15:00").Clock(Resolution), "03-02 15:00"));

    private static Exclusion Exclusion(string reason, string from, string to) =>
        new(new Interval(At(from), At(to)), reason, "both parties");

    private static string[] Text(Clock clock, string asOf) =>
        ExplanationText.Of(ClockExplanation.Of(clock, At(asOf))).ReplaceLineEndings("\n").Split('\n');
}
