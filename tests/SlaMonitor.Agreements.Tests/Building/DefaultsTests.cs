using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests.Building;

/// <summary>What holds where the file says nothing, and that it gives way to what the file says.</summary>
public sealed class DefaultsTests
{
    [Fact]
    public void Load_AgreementThatSaysTheLeast_HasTheDefaultsOfTheManual()
    {
        var agreement = Only(Small().Replace("version: 1\n", string.Empty, StringComparison.Ordinal));

        Assert.Equal(("support", 1, "en"), (agreement.Title, agreement.Version, agreement.Language));
        Assert.Equal((ReopenRule.Continue, Duration.FromHours(4)), (agreement.OnReopen, agreement.AcknowledgementExpires));
        Assert.Equal((null, null, null), (agreement.Provider, agreement.Customer, agreement.FallbackContact));
        Assert.Equal((null, null, null), (agreement.Term, agreement.Fees, agreement.Credits));
        Assert.Equal(IndicatorTerms.None, agreement.Indicators);
        Assert.Equal(PauseRule.Default, agreement.Pause);
        Assert.Equal(new Grouping(Duration.FromMinutes(15)), agreement.Grouping);
        Assert.Empty(agreement.Contacts);
        Assert.Empty(agreement.Escalations);
        Assert.Empty(agreement.Exclusions);
    }

    [Fact]
    public void Load_AgreementThatSaysMore_HasWhatItSays()
    {
        var agreement = Only(Small(version: 7, more: """
            title: Support
            language: de
            onReopen: restart
            acknowledgementExpires: 90m
            provider: { name: Us, contact: desk }
            customer: { name: Them, contact: boss }
            pause: { statuses: [open], stops: [update] }
            contacts: { desk: { email: desk@example.com }, boss: { email: boss@example.com, grouping: { every: 0 } } }
            grouping: { every: 1h30m }
            """));

        Assert.Equal(("Support", 7, "de"), (agreement.Title, agreement.Version, agreement.Language));
        Assert.Equal((ReopenRule.Restart, Duration.FromMinutes(90)), (agreement.OnReopen, agreement.AcknowledgementExpires));
        Assert.Equal((new Party("Us", "desk"), new Party("Them", "boss")), (agreement.Provider, agreement.Customer));
        Assert.Equal("desk", agreement.FallbackContact);
        Assert.Equal([TicketStatus.Open], agreement.Pause.Statuses);
        Assert.Equal([Metric.Update], agreement.Pause.Stops);
        Assert.Equal(new Grouping(Duration.FromMinutes(90)), agreement.Grouping);
        Assert.Equal((null, new Grouping(Duration.Zero)), (agreement.Contacts["desk"].Grouping, agreement.Contacts["boss"].Grouping));
    }

    [Theory]
    [InlineData("", "resolution", true)]
    [InlineData("", "firstResponse", false)]
    [InlineData(", pauses: false", "resolution", false)]
    [InlineData(", pauses: true", "firstResponse", true)]
    public void Load_Pauses_IsAsThePauseRuleSaysUnlessTheTargetSaysOtherwise(string said, string metric, bool pauses) =>
        Assert.Equal(
            pauses,
            Only(Small().Replace(
                "metric: firstResponse, within: 4h, calendar: business",
                $"metric: {metric}, within: 4h, calendar: business{said}",
                StringComparison.Ordinal)).Targets[0].Pauses);

    [Theory]
    [InlineData("", ClosedOn.Notice, MakeUpDays.Closed)]
    [InlineData(", closedOn: namedDays", ClosedOn.NamedDays, MakeUpDays.Closed)]
    [InlineData(", makeUpDays: open", ClosedOn.Notice, MakeUpDays.Open)]
    public void Load_HolidayList_IsReadAsTheFileSays(string said, ClosedOn closedOn, MakeUpDays makeUpDays)
    {
        var rule = Assert.Single(Only(Small().Replace(
            "\"09:00-18:00\" } }", $"\"09:00-18:00\" }}, holidays: {{ list: china{said} }} }}", StringComparison.Ordinal))
            .Calendars["business"].Definition.Holidays);

        Assert.Equal(("china", closedOn, makeUpDays), (rule.List.Name, rule.ClosedOn, rule.MakeUpDays));
    }

    [Fact]
    public void Load_CalendarWithAZoneOfItsOwn_CountsByIt() => Assert.Equal(
        ["Europe/Rome", "Asia/Shanghai"],
        Only(Small().Replace("\"09:00-18:00\" } }", "\"09:00-18:00\" }, timeZone: Europe/Rome }", StringComparison.Ordinal))
            .Calendars.Values.Select(calendar => calendar.Zone.Id));

    [Theory]
    [InlineData("attainment: { atLeast: 95% }", "95 Month", "", "")]
    [InlineData("attainment: { atLeast: 95%, per: year }", "95 Year", "", "")]
    [InlineData("resolutionRate: { atLeast: 90% }", "", "90 Month", "")]
    [InlineData("satisfaction: { atLeast: 5 }", "", "", "5 of 5 Month, asked ")]
    [InlineData("satisfaction: { atLeast: 7, of: 7, per: quarter, surveyEvery: year }", "", "", "7 of 7 Quarter, asked Year")]
    public void Load_Indicators_AreThoseOfTheFile(string said, string attainment, string resolutionRate, string satisfaction)
    {
        var indicators = Only(Small(more: $"indicators: {{ {said} }}")).Indicators;

        Assert.Equal((attainment, resolutionRate), (Text(indicators.Attainment), Text(indicators.ResolutionRate)));
        Assert.Equal(
            satisfaction,
            indicators.Satisfaction is { } asked ? $"{asked.AtLeast} of {asked.Of} {asked.Per}, asked {asked.SurveyEvery}" : string.Empty);

        static string Text(RateIndicator? rate) => rate is null ? string.Empty : $"{rate.AtLeastPercent} {rate.Per}";
    }

    [Theory]
    [InlineData("{ currency: EUR, basic: 100 }", "EUR 100 for a Month, 0 for each emergency")]
    [InlineData("{ currency: EUR, basic: 0, per: year, emergencyPerTicket: 7 }", "EUR 0 for a Year, 7 for each emergency")]
    [InlineData(
        "{ currency: EUR, basic: 1, valueAdded: [{ name: training, amount: 30 }, { name: audit, amount: 40 }] }",
        "EUR 1 for a Month, 0 for each emergency, 30 for training, 40 for audit")]
    public void Load_Fees_AreThoseOfTheFile(string said, string expected)
    {
        var fees = Only(Small(more: $"fees: {said}")).Fees!;

        Assert.Equal(
            expected,
            $"{fees.Currency} {fees.Basic} for a {fees.Per}, {fees.EmergencyPerTicket} for each emergency"
            + string.Concat(fees.ValueAdded.Select(fee => $", {fee.Amount} for {fee.Name}")));
    }

    [Fact]
    public void Load_CreditsWithoutACap_HaveNone_AndMayNameATarget()
    {
        var credits = Only(Small(more: """
            indicators: { satisfaction: { atLeast: 6, of: 10 } }
            fees: { currency: EUR, basic: 100 }
            credits: { rules: [{ when: attainment of response < 95%, credit: 5 }, { when: satisfaction < 10, credit: 1% of basic }] }
            """)).Credits!;

        Assert.Null(credits.Cap);
        Assert.Equal(
            ["attainment of response < 95%: 5", "satisfaction < 10: 1% of basic"],
            credits.Rules.Select(rule => $"{rule.When}: {rule.Credit}"));
    }

    [Fact]
    public void Load_Contact_IsKnownByItsOtherNames_AndHasItsLanguageAndZone()
    {
        var contact = Only(Small(more:
            "contacts: { lead: { email: lead@example.com, knownAs: [Li Wei, agent-2], language: de, timeZone: Europe/Berlin } }"))
            .Contacts["lead"];

        Assert.Equal(["Li Wei", "agent-2"], contact.KnownAs);
        Assert.Equal(
            ("lead", "lead@example.com", "de", "Europe/Berlin"),
            (contact.Id, contact.Email, contact.Language, contact.TimeZone!.Id));
        Assert.Null(contact.Rotation);
    }

    [Theory]
    [InlineData("", "", "2024-02-01")]
    [InlineData("term: { from: 2024-01-15 }", "", "2024-01-15")]
    [InlineData("term: { from: 2024-01-15 }", ", firstTurn: 2024-03-01", "2024-03-01")]
    public void Load_Rotation_CountsItsTurnsFromTheFirstDay(string term, string said, string first)
    {
        var turns = Assert.IsType<RepeatingTurns>(Only(Small(from: "2024-02-01", more: $$"""
            {{term}}
            contacts:
              lead: { email: lead@example.com }
              desk: { rotation: daily, handover: "08:30", members: [lead, ben@example.com]{{said}} }
            """)).Contacts["desk"].Rotation!.Turns);

        Assert.Equal(
            (RotationPeriod.Daily, new LocalTime(8, 30), first),
            (turns.Period, turns.HandoverTime, NodaTime.Text.LocalDatePattern.Iso.Format(turns.FirstTurn)));
        Assert.Equal(["lead@example.com", "ben@example.com"], turns.Order);
    }

    [Theory]
    [InlineData("", AllClearRule.Broken)]
    [InlineData("allClear: always, ", AllClearRule.Always)]
    [InlineData("allClear: never, ", AllClearRule.Never)]
    public void Load_AllClear_IsAsThePolicySays(string said, AllClearRule expected) => Assert.Equal(
        expected,
        Only(Small(more: $$"""
            contacts: { lead: { email: lead@example.com } }
            escalation: { {{said}}steps: [{ at: due, notify: lead }] }
            """)).Escalations[0].AllClear);

    [Fact]
    public void Load_WeeklyRotation_ChangesOnItsDay() => Assert.Equal(
        IsoDayOfWeek.Tuesday,
        Assert.IsType<RepeatingTurns>(Only(Small(more:
            "contacts: { desk: { rotation: weekly, handover: \"tue 08:30\", members: [ben@example.com] } }"))
            .Contacts["desk"].Rotation!.Turns).HandoverDay);

    [Theory]
    [InlineData("desk: { feed: on-call.ics, ", "desk")]
    [InlineData("desk: { rotation: weekly, handover: \"mon 09:00\", members: [ben@example.com], ", "desk")]
    public void Load_Override_IsInTheZoneOfTheAgreement(string contact, string name)
    {
        var rotation = Only(Small(more:
            $"contacts: {{ lead: {{ email: lead@example.com }}, {contact}overrides: "
            + "[{ who: lead, from: 2026-03-02, to: 2026-03-03 }] } }")).Contacts[name].Rotation!;

        Assert.Equal(
            new RotationOverride(new Interval(Instant.FromUtc(2026, 3, 1, 16, 0), Instant.FromUtc(2026, 3, 3, 16, 0)), "lead@example.com"),
            Assert.Single(rotation.Overrides));
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("exclusions: [{ from: 2024-05-06, to: 2024-05-06, reason: outage, approvedBy: anna }]", 1)]
    public void Load_Exclusions_AreNotCountedByAnyTarget(string said, int hours)
    {
        var agreement = Only(Small(more: said).Replace(
            "calendar: business }",
            "calendar: business }\n  - { id: update, metric: update, within: 1h, calendar: business }",
            StringComparison.Ordinal));
        var (from, to) = (Instant.FromUtc(2024, 5, 6, 1, 0), Instant.FromUtc(2024, 5, 7, 2, 0));

        Assert.All(agreement.Targets, target => Assert.Equal(BusinessDuration.FromHours(hours), target.Counting.Elapsed(from, to)));
        Assert.Same(agreement.Targets[0].Counting, agreement.Targets[1].Counting);
    }

    [Theory]
    [InlineData("due + 1d", 9)]
    [InlineData("due + 1d2h", 11)]
    [InlineData("due + 3h", 3)]
    public void Load_StepAfterDue_CountsADayAsTheTargetsDo(string at, int hours) => Assert.Equal(
        new StepMoment.AfterDue(BusinessDuration.FromHours(hours)),
        Only(Small(more: $$"""
            contacts: { lead: { email: lead@example.com } }
            escalation: { steps: [{ at: {{at}}, notify: group }] }
            """).Replace(
                "calendar: business }",
                "calendar: business }\n  - { id: update, metric: update, within: 1h, calendar: other }",
                StringComparison.Ordinal)
            .Replace("always: 24x7", "other: { week: { mon-sat: \"08:00-17:00\" } }", StringComparison.Ordinal))
            .Escalations[0].Steps[0].At);

    private static Agreement Only(string text)
    {
        var load = Load(text);
        Assert.Empty(load.Problems);
        return load.Book!.Agreements.Single().Versions.Single();
    }
}
