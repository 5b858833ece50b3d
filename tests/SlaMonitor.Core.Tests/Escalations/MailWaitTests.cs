using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Escalations;

/// <summary>
/// Nine open hours from Monday, 14:00: 80 % at 12:12 on Tuesday, due at 14:00, and late at 17:00. A person has at most one mail in 15
/// minutes, unless said otherwise.
/// </summary>
public sealed class MailWaitTests
{
    private static readonly Target Resolution = Within(Metric.Resolution, "9");
    private static readonly StepMoment Warning = new StepMoment.ShareOfBudget(80);
    private static readonly StepMoment Due = new StepMoment.Due();
    private static readonly StepMoment Late = new StepMoment.ElapsedAfterDue(Duration.FromHours(3));

    [Theory]
    [InlineData("13:50", 15, "14:05")] // a quarter of an hour after the last mail
    [InlineData("13:40", 15, "13:55")] // which has gone by
    [InlineData("13:50", 60, "14:50")]
    [InlineData("13:50", 0, "14:00")] // off: it does not wait
    public void Breach_WaitsSinceTheLastMail(string lastMail, int every, string until) =>
        Assert.Equal(On(until), Until(Due, since: "14:01", lastMail, every));

    [Fact]
    public void FirstMail_DoesNotWait() => Assert.Equal(On("14:00"), Until(Due, since: "14:01", lastMail: null));

    [Fact]
    public void BreachOfAnEmergency_NeverWaits() =>
        Assert.Equal(On("14:00"), Until(Due, since: "14:01", lastMail: "14:00", emergency: true));

    [Theory]
    [InlineData("12:10", 15, "12:25")] // 108 minutes are left: time enough
    [InlineData("12:10", 120, "13:04")] // half of them, and not two hours
    [InlineData("11:00", 120, "11:54")]
    public void Warning_WaitsForHalfOfTheTimeThatItLeavesAtMost(string lastMail, int every, string until) =>
        Assert.Equal(On(until), Until(Warning, since: "12:13", lastMail, every));

    [Theory]
    [InlineData("13:05", "13:59")] // half of 108 minutes after the last mail
    [InlineData("13:06", "12:12")] // 14:00, when it is due: it does not wait
    public void WarningThatIsKnownLate_DueWithinTheWait_DoesNotWait(string lastMail, string until) =>
        Assert.Equal(On(until), Until(Warning, since: "13:10", lastMail, every: 120));

    [Fact]
    public void MailThatLeftItOut_DoesNotMakeItWaitAnew() => Assert.Equal(On("14:16"), Until(Due, since: "14:01", lastMail: "14:10"));

    [Theory]
    [InlineData("17:40", "17:55")]
    [InlineData("17:45", "17:00")] // the quiet hours begin at 18:00, when the wait would be over: it does not wait
    public void NothingWaitsIntoTheQuietHours(string lastMail, string until) =>
        Assert.Equal(On(until), Until(Late, since: "17:46", lastMail, quiet: true));

    [Theory]
    [InlineData("13:50", "22:00-07:00", "14:05")] // the hours are not on: it waits for the next mail alone
    [InlineData("13:50", "13:30-15:00", "15:00")] // they are: until they end
    [InlineData(null, "13:30-15:00", "15:00")] // also where no mail came before
    [InlineData("13:50", "14:04-15:00", "14:00")] // the wait would end in them: it does not wait
    [InlineData("14:00", "13:30-14:10", "14:15")] // they end before the wait for a mail does
    public void OwnQuietHours_HoldBackWhatComesInThem(string? lastMail, string hours, string until)
    {
        var quiet = OpenHours.Parse(hours);
        var own = new QuietHours(
            BusinessCalendar.Compile(new CalendarDefinition
            {
                Id = "own",
                TimeZone = Zone.Id,
                Week = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)
                    .ToDictionary(day => day, IReadOnlyList<OpenHours> (_) => [OpenHours.Between(quiet.End, quiet.Start)]),
            }),
            []);
        var last = lastMail is null ? (Instant?)null : On(lastMail);

        Assert.Equal(On(until), MailWait.Until(Step(Due), On("14:01"), Quarter, last, own));
        Assert.Equal(
            MailWait.Until(Step(Due), On("14:01"), Quarter, last),
            MailWait.Until(Step(Due), On("14:01"), Quarter, last, own with { Except = ["due"] }));
    }

    [Fact]
    public void StepThatWaits_ComesWhenTheWaitIsOver()
    {
        var step = Step(Due, waiting: "14:15");
        Assert.Equal((On("14:15"), On("14:00"), StepWait.NextMail), (step.ComesAt, step.ReadyAt, step.WaitsFor));
    }

    [Theory]
    [InlineData("14:00", false)] // it comes after its moment
    [InlineData("14:01", true)]
    [InlineData("14:15", true)]
    public void StepThatWaits_MayGoAlongAtOnce(string now, bool may) => Assert.Equal(may, Step(Due, waiting: "14:15").MayBeTold(On(now)));

    [Fact]
    public void TakenWhileItWaits_ComesWhenTheAcknowledgementExpires_AndThenDoesNotWaitForAMail()
    {
        var step = Step(Due, waiting: "14:15", taken: ("14:10", "16:10"));

        Assert.Equal((On("16:10"), On("16:10"), StepWait.Acknowledged), (step.ComesAt, step.ReadyAt, step.WaitsFor));
        Assert.False(step.MayBeTold(On("14:20")));
        Assert.Equal(On("16:10"), step.WaitsSince(On("16:11")));
    }

    [Fact]
    public void TakenWhenTheWaitIsOver_Comes() => Assert.Equal(On("14:15"), Step(Due, waiting: "14:15", taken: ("14:16", "16:10")).ComesAt);

    [Fact]
    public void AllClear_Waits_AndMayGoAlong()
    {
        var clocks = new Story().Created("03-02 14:00").Resolved("03-03 13:00")
            .Clocks(Promising(Resolution) with { Escalations = [Policy(Due)] });
        var id = new StepId(clocks[0].Id, AllClear.Moment);
        var told = new WaitingStep(new StepId(clocks[0].Id, Due.Name), On("14:01"), On("14:15"), ["lead@example.com"]);

        // Some were told of the breach, the others need not hear of it any more.
        var allClear = Assert.Single(AllClears.Pending(clocks, new HashSet<StepId>(), On("14:20"), [told]));
        Assert.Equal((On("13:00"), On("14:30")), (allClear.ComesAt, MailWait.Until(allClear, On("14:20"), Quarter, On("14:15"))));

        var waits = new WaitingStep(id, On("14:20"), On("14:30"), ["anna@example.com"]);
        allClear = Assert.Single(AllClears.Pending(clocks, new HashSet<StepId>(), On("14:20"), [told, waits]));
        Assert.Equal((On("14:30"), true), (allClear.ComesAt, allClear.MayBeTold(On("14:20"))));
        Assert.Equal("anna@example.com", Assert.Single(allClear.Told));
    }

    private static Duration Quarter { get; } = Duration.FromMinutes(15);

    private static Instant On(string time) => At($"03-03 {time}");

    private static Instant Until(
        StepMoment moment, string since, string? lastMail, int every = 15, bool emergency = false, bool quiet = false) => MailWait.Until(
            Step(moment, emergency: emergency, quiet: quiet), On(since), Duration.FromMinutes(every),
            lastMail is null ? null : On(lastMail));

    private static ScheduledStep Step(
        StepMoment moment, string? waiting = null, (string From, string Until)? taken = null, bool emergency = false, bool quiet = false)
    {
        var story = new Story().Add(TicketEventType.Created, "03-02 14:00", new TicketChange { Emergency = emergency });
        if (taken is var (from, until))
        {
            var acknowledgement = new Acknowledgement(new ClockId("Resolution/1/32400s"), "anna", On(from), On(until));
            story.Add(TicketEventType.Acknowledged, $"03-03 {from}", new TicketChange { Acknowledgement = acknowledgement });
        }

        var policy = Policy(moment) with { QuietHours = quiet ? new QuietHours(Weekdays, []) : null };
        var clock = Assert.Single(story.Clocks(Promising(Resolution) with { Escalations = [policy] }));
        return Assert.Single(EscalationSchedule.Of(
            clock, waiting is null ? null : [new WaitingStep(new StepId(clock.Id, moment.Name), On("14:01"), On(waiting), [])]));
    }

    private static EscalationPolicy Policy(StepMoment at) => new(Condition.Always, [new EscalationStep(at, ["lead"], true)], null);
}
