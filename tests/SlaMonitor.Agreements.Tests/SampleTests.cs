using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests;

/// <summary>The contract that the format was made for: every key of it ends up in the model.</summary>
public sealed class SampleTests
{
    private static readonly AgreementLoad Load = AgreementLoader.LoadFiles([TestFiles.Data("standard-support.yaml")]);

    private static Agreement Sample => Load.Book!.Agreements.Single().Versions.Single();

    [Fact]
    public void Load_Sample_HasNothingToComplainOf() => Assert.Empty(Load.Problems);

    [Fact]
    public void Load_Sample_KnowsWhoAndWhen()
    {
        Assert.Equal("standard-support", Sample.Id);
        Assert.Equal("客户支持服务标准化协议 2024 B", Sample.Title);
        Assert.Equal(1, Sample.Version);
        Assert.Equal(new LocalDate(2024, 1, 1), Sample.EffectiveFrom);
        Assert.Equal(Instant.FromUtc(2023, 12, 31, 16, 0), Sample.EffectiveAt);
        Assert.Equal(new Term { From = new(2024, 1, 1), To = new(2026, 12, 31), Renews = Renewal.Yearly, NoticeDays = 30 }, Sample.Term);
        Assert.Null(Sample.Term!.LastDay);
        Assert.Equal(new Party("乙方", "support-lead"), Sample.Provider);
        Assert.Equal(new Party("甲方", null), Sample.Customer);
        Assert.Equal(["acme"], Sample.Governs.Customers);
        Assert.Equal(1, Sample.Governs.Specificity);
        Assert.Equal("Asia/Shanghai", Sample.TimeZone.Id);
        Assert.Equal("zh-CN", Sample.Language);
    }

    [Fact]
    public void Load_Sample_KnowsItsCalendars()
    {
        Assert.Equal(["business", "always"], Sample.Calendars.Keys);

        var business = Sample.Calendars["business"].Definition;
        Assert.Equal("Asia/Shanghai", business.TimeZone);
        Assert.Equal(
            [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
            business.Week.Where(day => day.Value.Count > 0).Select(day => day.Key).Order());
        Assert.All(business.Week.Values, hours => Assert.Equal([OpenHours.Parse("09:00-18:00")], hours));
        var holidays = Assert.Single(business.Holidays);
        Assert.Equal(("china", ClosedOn.Notice, MakeUpDays.Closed), (holidays.List.Name, holidays.ClosedOn, holidays.MakeUpDays));
        var agreed = Assert.Single(business.Overrides);
        Assert.Equal((new LocalDate(2026, 10, 3), "国庆值守", "customer"), (agreed.Date, agreed.Reason, agreed.ApprovedBy));
        Assert.Equal([OpenHours.Parse("10:00-16:00")], agreed.Hours);

        var always = Sample.Calendars["always"];
        Assert.Equal(
            BusinessDuration.FromHours(24 * 7),
            always.Elapsed(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 8, 0, 0)));
    }

    [Fact]
    public void Load_Sample_LetsAgreedServiceBeatAHoliday()
    {
        var business = Sample.Calendars["business"];

        Assert.True(business.IsOpen(Instant.FromUtc(2026, 10, 3, 2, 0)), "Saturday 3 October 2026, 10:00, is agreed");
        Assert.False(business.IsOpen(Instant.FromUtc(2026, 10, 2, 2, 0)), "Friday 2 October 2026 is a holiday");
        Assert.True(business.IsOpen(Instant.FromUtc(2026, 10, 9, 2, 0)), "Friday 9 October 2026 is worked");
    }

    public static TheoryData<string, string, bool?, string, long, string, bool> Targets => new()
    {
        { "emergency-response", "firstResponse", true, "", 15, "always", false },
        { "emergency-resolution", "resolution", true, "", 4 * 60, "always", true },
        { "urgent-response", "firstResponse", null, "Urgent,High", 60, "business", false },
        { "response", "firstResponse", null, "", 4 * 60, "business", false },
        { "next-response", "nextResponse", null, "", 8 * 60, "business", false },
        { "update", "update", null, "Urgent,High", 9 * 60, "business", false },
        { "urgent-resolution", "resolution", null, "Urgent,High", 9 * 60, "business", true },
        { "resolution", "resolution", null, "", 45 * 60, "business", true },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Load_Sample_KnowsItsTargets(
        string id, string metric, bool? emergency, string priorities, long minutes, string calendar, bool pauses)
    {
        var target = Sample.Targets[Targets.Select(row => (string)row[0]).ToList().IndexOf(id)];

        Assert.Equal(id, target.Id);
        Assert.Equal(metric, target.Metric.Name);
        Assert.Equal(emergency, target.When.Emergency);
        Assert.Equal(priorities, string.Join(',', target.When.Priorities));
        Assert.Equal(BusinessDuration.FromMinutes(minutes), target.Within);
        Assert.Same(Sample.Calendars[calendar], target.Calendar);
        Assert.Equal(pauses, target.Pauses);
    }

    [Fact]
    public void Load_Sample_KnowsWhatPausesAndWhatReopens()
    {
        Assert.Equal(Targets.Count, Sample.Targets.Count);
        Assert.Equal([TicketStatus.Pending, TicketStatus.OnHold], Sample.Pause.Statuses.Order());
        Assert.Equal([Metric.Resolution], Sample.Pause.Stops);
        Assert.Equal(ReopenRule.Continue, Sample.OnReopen);
    }

    [Fact]
    public void Load_Sample_KnowsItsContacts()
    {
        Assert.Equal(["on-call", "support-lead", "customer"], Sample.Contacts.Keys);
        Assert.Equal("support-lead", Sample.FallbackContact);
        Assert.Equal(("lead@example.com", "zh-CN"), (Sample.Contacts["support-lead"].Email, Sample.Contacts["support-lead"].Language));
        Assert.Equal(("owner@acme.example", "zh-CN"), (Sample.Contacts["customer"].Email, Sample.Contacts["customer"].Language));

        var rotation = Sample.Contacts["on-call"].Rotation!;
        var turns = Assert.IsType<RepeatingTurns>(rotation.Turns);
        Assert.Equal(
            (RotationPeriod.Weekly, IsoDayOfWeek.Monday, new LocalTime(9, 0)),
            (turns.Period, turns.HandoverDay, turns.HandoverTime));
        Assert.Equal(new LocalDate(2024, 1, 1), turns.FirstTurn);
        Assert.Equal(["li.wei@example.com", "zhang.min@example.com"], turns.Order);
        Assert.Equal("li.wei@example.com", rotation.OnCallAt(Instant.FromUtc(2024, 1, 8, 0, 59, 59), Sample.TimeZone));
        Assert.Equal("zhang.min@example.com", rotation.OnCallAt(Instant.FromUtc(2024, 1, 8, 1, 0), Sample.TimeZone));
    }

    [Fact]
    public void Load_Sample_KnowsItsEscalation()
    {
        Assert.Equal(2, Sample.Escalations.Count);
        var (emergency, other) = (Sample.Escalations[0], Sample.Escalations[1]);

        Assert.True(emergency.When.Emergency);
        Assert.Null(emergency.QuietHours);
        Assert.Equal(
            ["50%: on-call", "due: on-call support-lead", "due + 15m elapsed: support-lead customer"],
            emergency.Steps.Select(Text));
        Assert.Equal(new StepMoment.ElapsedAfterDue(Duration.FromMinutes(15)), emergency.Steps[2].At);

        Assert.Equal(0, other.When.Specificity);
        Assert.Equal(
            ["50%: assignee", "80%: assignee group", "due: on-call support-lead", "due + 4h: support-lead"],
            other.Steps.Select(Text));
        Assert.Equal(new StepMoment.AfterDue(BusinessDuration.FromHours(4)), other.Steps[3].At);
        Assert.Same(Sample.Calendars["business"], other.QuietHours!.Calendar);
        Assert.Equal(["due"], other.QuietHours.Except);
        Assert.Equal(Duration.FromHours(4), Sample.AcknowledgementExpires);

        static string Text(EscalationStep step) =>
            $"{step.At.Name}: {string.Join(' ', step.Notify)}{(step.UnlessAcknowledged ? "" : " in any case")}";
    }

    [Fact]
    public void Load_Sample_KnowsWhatIsExcludedPromisedAndPaid()
    {
        var exclusion = Assert.Single(Sample.Exclusions);
        Assert.Equal(
            new Exclusion(new Interval(Instant.FromUtc(2025, 7, 19, 16, 0), Instant.FromUtc(2025, 7, 21, 4, 0)), "台风", "both parties"),
            exclusion);

        Assert.Null(Sample.Indicators.Attainment);
        Assert.Equal(new RateIndicator(95, ReportPeriod.Month), Sample.Indicators.ResolutionRate);
        Assert.Equal(new SatisfactionIndicator(4.5m, 5, ReportPeriod.Quarter, SurveyInterval.Quarter), Sample.Indicators.Satisfaction);

        var fees = Sample.Fees!;
        Assert.Equal(
            ("CNY", ReportPeriod.Month, 20000m, 800m, 0),
            (fees.Currency, fees.Per, fees.Basic, fees.EmergencyPerTicket, fees.ValueAdded.Count));
        Assert.Equal(new CreditAmount.ShareOfBasic(15), Sample.Credits!.Cap);
        Assert.Equal(
            ["attainment < 95%: 5% of basic", "attainment < 90%: 10% of basic", "resolutionRate < 95%: 3% of basic"],
            Sample.Credits.Rules.Select(rule => $"{rule.When}: {rule.Credit}"));
        Assert.Equal(3000, Sample.Credits.Cap!.Of(fees));
    }
}
