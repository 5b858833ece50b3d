using SlaMonitor.Core.Agreements;
using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests.Building;

/// <summary>Steps that are told again, that are for one time of day or one state of the ticket, and people's own quiet hours.</summary>
public sealed class StepRulesTests
{
    private const string Contacts = "contacts: { a: { email: a@example.com } }";

    [Fact]
    public void Load_Step_HasWhatItSays()
    {
        var step = Steps("{ at: due, notify: a, repeat: 1h30m, times: 6, during: business, when: { not: { group: supplier } } }")[0];

        Assert.Equal(new StepRepeat(Duration.FromMinutes(90), 6), step.Repeat);
        Assert.Equal(("business", null), (step.During?.Id, step.Outside?.Id));
        Assert.Equal(["supplier"], step.When.Not!.Groups);
    }

    [Fact]
    public void Load_StepThatSaysTheLeast_IsToldOnceAtAnyTimeOfAnyTicket()
    {
        var step = Steps("{ at: due, notify: a }")[0];

        Assert.Equal((null, null, null), (step.Repeat, step.During, step.Outside));
        Assert.Same(Condition.Always, step.When);
        Assert.Equal(["due"], step.Names);
    }

    [Fact]
    public void Load_TwoHalvesOfAMoment_AreTwoSteps() => Assert.Equal(
        ["business", null],
        Steps("{ at: due, notify: a, during: business }, { at: due, notify: a, outside: business }").Select(step => step.During?.Id));

    [Fact]
    public void Load_DaysOfARepetition_AreDaysOfRealTime() => Assert.Equal(
        Duration.FromDays(1), Steps("{ at: due, notify: a, repeat: 1d, times: 50 }")[0].Repeat!.Every);

    public static TheoryData<string, string[]> Wrong => new()
    {
        { "{ at: due, notify: a, repeat: 30m }", ["how often is it told again? write times: 6 beside it"] },
        { "{ at: due, notify: a, times: 6 }", ["after how long is it told again? write repeat: 30m beside it"] },
        { "{ at: due, notify: a, repeat: 30m, times: 0 }", ["0 is too little; write at least 1"] },
        {
            "{ at: due, notify: a, repeat: 30m, times: 51 }",
            ["51 times are too many; write at most 50, and tell somebody else after that"]
        },
        { "{ at: due, notify: a, repeat: 59s, times: 6 }", ["59s is too short to tell anybody again; write at least 1m"] },
        { "{ at: due, notify: a, repeat: often, times: 6 }", ["'often' is not a duration; write 15m, 4h, 1h30m or 2d"] },
        { "{ at: due, notify: a, during: nights }", ["there is no calendar 'nights'; there are business and always"] },
        {
            "{ at: due, notify: a, during: business, outside: business }",
            ["no time is during and outside of 'business'; keep one of the two"]
        },
        { "{ at: due, notify: a, outside: always }", ["'always' never closes, so this step would never be told; leave it out"] },
        {
            "{ at: due, notify: a, during: business }, { at: due, notify: a }",
            [
                "there is a step at due already on line 9; tell everybody in one step, "
                + "or let one be during and the other outside of the same calendar",
            ]
        },
        {
            "{ at: due, notify: a, during: business }, { at: due, notify: a, during: business }",
            [
                "there is a step at due already on line 9; tell everybody in one step, "
                + "or let one be during and the other outside of the same calendar",
            ]
        },
        {
            "{ at: due, notify: a, during: business, repeat: 30m, times: 6 }, { at: due, notify: a, outside: business }",
            ["it is not repeated as its other half on line 9 is; write the same repeat and times in both, or in neither"]
        },
        {
            "{ at: due, notify: a, when: { any: [] } }",
            ["no ticket can match an empty 'any'; write conditions, or leave it out"]
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Load_StepThatCannotBe_IsRefusedWithAWayOut(string steps, string[] complaints) =>
        Assert.Equal(complaints, Load(Small(more: $"{Contacts}\nescalation: {{ steps: [{steps}] }}")).Problems.Select(one => one.Message));

    [Fact]
    public void Load_StepForTicketsThatThePolicyIsNotFor_IsRefused() => Assert.Equal(
        ["no ticket of this policy can match it, so this step would never be told; correct it, or leave it out"],
        Load(Small(more: $$"""
            {{Contacts}}
            escalation: { when: { priority: urgent }, steps: [{ at: due, notify: a, when: { priority: low } }] }
            """)).Problems.Select(problem => problem.Message));

    [Fact]
    public void Load_StepForTheNightThatQuietHoursHoldBack_IsRefused_UnlessItIsExcepted()
    {
        Assert.Equal(
            [
                "the step at due is for the time outside of 'business', and these hours hold it back until that opens; "
                + "write except: [due] here",
            ],
            With("").Problems.Select(problem => problem.Message));
        Assert.Empty(With(", except: due").Problems);

        static AgreementLoad With(string more) => Load(Small(more: $$"""
            {{Contacts}}
            escalation: { steps: [{ at: due, notify: a, outside: business }], quietHours: { calendar: business{{more}} } }
            """));
    }

    [Fact]
    public void Load_CalendarThatIsCalledQuietHours_IsAnotherThanTheHoursOfTheDay()
    {
        var file = Small(more: $$"""
            {{Contacts}}
            escalation: { steps: [{ at: due, notify: a, outside: quietHours }], quietHours: { between: "18:00-09:00" } }
            """);

        Assert.Empty(Load(file.Replace("business", "quietHours", StringComparison.Ordinal)).Problems);
    }

    [Fact]
    public void Load_ExceptionInAnAgreementWithoutSteps_IsToldThatThereIsNone() => Assert.Equal(
        ["no step of this agreement stands at 50%; there is none"],
        Load(Small(more: "contacts: { a: { email: a@example.com, quietHours: { between: \"22:00-07:00\", except: [50%] } } }"))
            .Problems.Select(problem => problem.Message));

    [Theory]
    [InlineData("between: \"22:00-07:00\"", "2026-03-02T05:59:59Z", "2026-03-02T06:00:00Z")] // 07:00 in Berlin
    [InlineData("between: \"12:00-13:00\"", "2026-03-02T11:30:00Z", "2026-03-02T12:00:00Z")]
    [InlineData("between: \"00:00-07:00\"", "2026-03-01T23:00:00Z", "2026-03-02T06:00:00Z")]
    [InlineData("calendar: business", "2026-03-02T00:59:59Z", "2026-03-02T01:00:00Z")] // 09:00 in Shanghai
    public void Load_QuietHoursOfAContact_AreOverByTheirOwnClock(string hours, string quiet, string over)
    {
        var contact = Person($"{hours}, except: [due]").Contacts["a"];

        Assert.Equal(["due"], contact.QuietHours!.Except);
        Assert.Equal(At(over), contact.QuietHours.Calendar.NextOpening(At(quiet)));

        static Instant At(string text) => NodaTime.Text.InstantPattern.General.Parse(text).Value;
    }

    [Fact]
    public void Load_QuietHoursOfAPolicy_MayBeHoursOfTheDay()
    {
        var load = Load(Small(more: $$"""
            {{Contacts}}
            escalation: { steps: [{ at: due, notify: a }], quietHours: { between: "18:00-09:00" } }
            """));

        Assert.Empty(load.Problems);
        var quiet = load.Book!.Find("support", 1)!.Escalations[0].QuietHours!;
        Assert.Equal("Asia/Shanghai", quiet.Calendar.Zone.Id);
        Assert.False(quiet.Calendar.IsOpen(Instant.FromUtc(2026, 3, 1, 10, 0)));
        Assert.True(quiet.Calendar.IsOpen(Instant.FromUtc(2026, 3, 1, 9, 59)));
    }

    public static TheoryData<string, string[]> Quiet => new()
    {
        {
            "a: { email: a@example.com, quietHours: {} }",
            ["which hours are quiet? write between: \"22:00-07:00\", or calendar: with one in whose hours people are told"]
        },
        {
            "a: { email: a@example.com, quietHours: { between: \"22:00-07:00\", calendar: business } }",
            ["'calendar' says when people are told, and 'between' when they are not; write one of them"]
        },
        {
            "a: { email: a@example.com, quietHours: { between: \"00:00-24:00\" } }",
            ["these hours are the whole day, so nothing would ever be told; write when it is quiet, as in 22:00-07:00"]
        },
        {
            "a: { email: a@example.com, quietHours: { between: night } }",
            ["'night' is not a window of opening hours: write start and end, such as 09:00-18:00"]
        },
        {
            "a: { email: a@example.com, quietHours: { calendar: nights } }",
            ["there is no calendar 'nights'; there are business and always"]
        },
        {
            "a: { email: a@example.com, quietHours: { between: \"22:00-07:00\", except: [50%] } }",
            ["no step of this agreement stands at 50%; there is due"]
        },
        {
            "a: { rotation: daily, handover: \"09:00\", members: [b@example.com], quietHours: { between: \"22:00-07:00\" } }",
            ["whoever is on call is told at any hour; write quietHours with a person, or with the policy"]
        },
    };

    [Theory]
    [MemberData(nameof(Quiet))]
    public void Load_QuietHoursThatCannotBe_AreRefusedWithAWayOut(string contact, string[] complaints) =>
        Assert.Equal(
            complaints,
            Load(Small(more: $"contacts: {{ {contact} }}\nescalation: {{ steps: [{{ at: due, notify: a }}] }}"))
                .Problems.Select(problem => problem.Message));

    private static Agreement Person(string quiet)
    {
        var load = Load(Small(more: $$"""
            contacts: { a: { email: a@example.com, timeZone: Europe/Berlin, quietHours: { {{quiet}} } } }
            escalation: { steps: [{ at: due, notify: a }] }
            """));
        Assert.Empty(load.Problems);
        return load.Book!.Find("support", 1)!;
    }

    private static IReadOnlyList<EscalationStep> Steps(string steps)
    {
        var load = Load(Small(more: $"{Contacts}\nescalation: {{ steps: [{steps}] }}"));
        Assert.Empty(load.Problems);
        return load.Book!.Find("support", 1)!.Escalations[0].Steps;
    }
}
