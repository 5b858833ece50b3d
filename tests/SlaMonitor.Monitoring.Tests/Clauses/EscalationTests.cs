using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Tests.Harness;
using static SlaMonitor.Monitoring.Tests.Clauses.Contract;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>Who is told, and when.</summary>
public sealed class EscalationTests
{
    private static readonly TicketChange Owned = new() { Assignee = "agent-1", Group = "Support" };

    [Clause("escalation", Key = "escalation")]
    [Fact]
    public void Clause_escalation_Emergency_WakesWhoIsOnCallAndThenTheLeadAndTheCustomer() => Assert.Equal(
        [
            "2026-03-07 02:07:30 50%: li.wei@example.com zhang.min@example.com",
            "2026-03-07 02:15:00 due: zhang.min@example.com support-lead@example.com",
            "2026-03-07 02:30:00 due + 15m elapsed: support-lead@example.com service-owner@customer.example.com",
        ],
        Steps(Story.Emergency("2026-03-07 02:00", Owned), "emergency-response"));

    [Clause("escalation", Key = "escalation")]
    [Fact]
    public void Clause_escalation_Response_WarnsAtHalfAndFourFifthsAndTellsTheLeadFourWorkingHoursAfter() => Assert.Equal(
        [
            "2026-03-02 15:00:00 50%: li.wei@example.com",
            "2026-03-02 16:12:00 80%: li.wei@example.com service-desk@example.com",
            "2026-03-02 17:00:00 due: zhang.min@example.com support-lead@example.com",
            "2026-03-03 12:00:00 due + 4h: support-lead@example.com",
        ],
        Steps(Story.Created("2026-03-02 13:00", Owned), "response"));

    [Clause("escalation", Key = "escalation")]
    [Fact]
    public void Clause_escalation_Resolution_CountsItsSharesInWorkingTime() => Assert.Equal(
        [
            "2026-03-04 13:30:00 50%: li.wei@example.com",
            "2026-03-05 18:00:00 80%: li.wei@example.com service-desk@example.com",
            "2026-03-06 18:00:00 due: zhang.min@example.com support-lead@example.com",
            "2026-03-09 13:00:00 due + 4h: support-lead@example.com",
        ],
        Steps(Story.Created("2026-03-02 09:00", Owned), "resolution"));

    [Clause("escalation", Key = "escalation")]
    [Fact]
    public void Clause_escalation_EmergencyOverrunAtNight_CountsRealMinutesEvenInBusinessHours()
    {
        // The same words on a target that counts business hours: fifteen real minutes after closing, not fifteen
        // minutes of the next morning.
        var book = With(("{ id: emergency-response,   metric: firstResponse, when: { emergency: true }, within: 15m, calendar: always }",
            "{ id: emergency-response,   metric: firstResponse, when: { emergency: true }, within: 1h, calendar: business }"));

        Assert.Equal(
            At("2026-03-02 18:15"),
            EscalationSchedule.Of(Story.Emergency("2026-03-02 17:00").Clock("emergency-response", book)).Last().At);
    }

    [Clause("escalation", Key = "escalation")]
    [Fact]
    public void Clause_escalation_PromiseKept_TellsNobodyAnyMore()
    {
        var answered = Story.Created("2026-03-02 13:00", Owned).AgentSays("2026-03-02 16:30");

        Assert.DoesNotContain(answered.Assess().Pending, step => step.Clock.Target.Id == "response");
        Assert.Equal(["50%", "80%"], EscalationSchedule.Of(answered.Clock("response")).Select(step => step.Step.At.Name));
    }

    [Clause("escalation", Key = "escalation")]
    [Fact]
    public void Clause_escalation_QuietHours_HoldAllButBrokenPromisesForBusinessHours()
    {
        var (emergency, other) = (Agreement.Escalations[0], Agreement.Escalations[1]);

        Assert.Null(emergency.QuietHours);
        Assert.Same(Business, other.QuietHours!.Calendar);
        Assert.Equal(["due"], other.QuietHours.Except);
    }

    [Clause("grouping", Key = "grouping")]
    [Theory]
    [InlineData(false, "2026-03-02 17:14")]
    [InlineData(true, "2026-03-02 13:15")] // it does not wait
    public void Clause_grouping_Breach_WaitsAQuarterOfAnHourAfterTheLastMailUnlessItIsAnEmergency(bool emergency, string until)
    {
        var clock = emergency
            ? Story.Emergency("2026-03-02 13:00", Owned).Clock("emergency-response")
            : Story.Created("2026-03-02 13:00", Owned).Clock("response");
        var due = EscalationSchedule.Of(clock).Single(step => step.Step.At.Name == "due");

        Assert.Equal(At(until), MailWait.Until(due, due.At + Duration.FromMinutes(1), Agreement.Grouping.Every, At("2026-03-02 16:59")));
    }

    [Clause("contacts", Key = "contacts")]
    [Theory]
    [InlineData("2024-01-01 09:00", "li.wei@example.com")]
    [InlineData("2024-01-08 08:59:59", "li.wei@example.com")]
    [InlineData("2024-01-08 09:00", "zhang.min@example.com")]
    [InlineData("2026-03-09 08:59:59", "zhang.min@example.com")]
    [InlineData("2026-03-09 09:00", "li.wei@example.com")]
    public void Clause_contacts_OnCall_ChangesOnMondayAtNine(string at, string member) =>
        Assert.Equal(member, Agreement.Contacts["on-call"].Rotation!.OnCallAt(At(at), Zone));

    [Clause("contacts", Key = "contacts")]
    [Fact]
    public void Clause_contacts_TheCustomer_IsWrittenToInChinese()
    {
        var last = EscalationSchedule.Of(Story.Emergency("2026-03-07 02:00").Clock("emergency-response")).Last();

        Assert.Equal(["en", "zh-CN"], AddresseeLookup.Of(last, Recipients.Of(), last.At).Select(recipient => recipient.Language));
    }

    [Clause("fallbackContact", Key = "fallbackContact")]
    [Theory]
    [InlineData(null)]
    [InlineData("somebody unknown")]
    public void Clause_fallbackContact_NobodyToTell_TellsTheSupportLead(string? assignee) => Assert.Equal(
        "2026-03-02 15:00:00 50%: support-lead@example.com",
        Steps(Story.Created("2026-03-02 13:00", new TicketChange { Assignee = assignee }), "response")[0]);

    [Clause("acknowledgementExpires", Key = "acknowledgementExpires")]
    [Fact]
    public void Clause_acknowledgementExpires_EveryLaterStep_IsHeldBackForFourHours()
    {
        Assert.Equal(Duration.FromHours(4), Agreement.AcknowledgementExpires);
        Assert.All(Agreement.Escalations, policy => Assert.All(policy.Steps, step => Assert.True(step.UnlessAcknowledged)));
    }

    private static IReadOnlyList<string> Steps(Story story, string target, AgreementBook? book = null) =>
    [
        .. EscalationSchedule.Of(story.Clock(target, book)).Select(step =>
            $"{step.At.InZone(Zone):uuuu-MM-dd HH:mm:ss} {step.Step.At.Name}: "
            + $"{string.Join(' ', AddresseeLookup.Of(step, Recipients.Of(), step.At).Select(recipient => recipient.Address))}"),
    ];
}
