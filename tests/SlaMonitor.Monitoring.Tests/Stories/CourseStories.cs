using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>Steps that are told again, that change course by the time of day, that are skipped, and people's own quiet hours.</summary>
public sealed class CourseStories : IDisposable
{
    /// <summary>An hour to the first response, at any time of day.</summary>
    private const string Agreement = """
        agreement: desk
        effectiveFrom: 2026-01-01
        timeZone: Europe/Berlin
        calendars:
          always: 24x7
          office: { week: { mon-fri: "09:00-18:00" } }
        targets:
          - { id: response, metric: firstResponse, within: 1h, calendar: always }
        contacts:
          anna: { email: anna@example.com, timeZone: America/New_York, quietHours: { between: "22:00-07:00", except: [due + 3h elapsed] } }
          lead: { email: lead@example.com }
          desk: { email: desk@example.com, grouping: { every: 0 } }
          on-call: { rotation: daily, handover: "10:00", firstTurn: 2026-03-01, members: [first@example.com] }
        fallbackContact: lead
        escalation:
          - when: { category: [again] }
            steps: [ { at: due, notify: [desk], repeat: 30m, times: 3 } ]
          - when: { category: [course] }
            steps:
              - { at: due, notify: [desk], during: office, repeat: 1h, times: 2 }
              - { at: due, notify: [on-call], outside: office, repeat: 1h, times: 2 }
          - when: { category: [skip] }
            steps: [ { at: due, notify: [desk] }, { at: due + 1h elapsed, notify: [lead], when: { not: { group: supplier } } } ]
          - steps: [ { at: due, notify: [assignee, lead] }, { at: due + 3h elapsed, notify: [assignee] } ]
        acknowledgementExpires: 4h
        """;

    private readonly Desk _desk = new(Agreement);

    [Fact]
    public async Task RepeatedStep_NobodyTakesIt_IsToldAgainAsOftenAsAgreed()
    {
        await _desk.OpensAsync("03-02 09:00", "T", category: "again");
        await _desk.UntilAsync("03-02 10:29");
        Assert.Equal(["desk: breach due of T"], _desk.NewMails());

        await _desk.UntilAsync("03-02 10:31");
        Assert.Equal(["desk: breach due#1 of T"], _desk.NewMails());

        await _desk.UntilAsync("03-03 09:00");
        Assert.Equal(["desk: breach due#2 of T", "desk: breach due#3 of T"], _desk.NewMails());
    }

    [Fact]
    public async Task RepeatedStep_SomebodyTakesIt_IsNotToldAgain()
    {
        await _desk.OpensAsync("03-02 09:00", "T", category: "again");
        await _desk.UntilAsync("03-02 10:31");
        await _desk.TakesAsync("03-02 10:40", "desk", "T");
        await _desk.UntilAsync("03-03 09:00");

        Assert.Equal(["desk: breach due of T", "desk: breach due#1 of T"], _desk.NewMails());
    }

    [Fact]
    public async Task RepeatedStep_TheClockEnds_IsNotToldAgain()
    {
        await _desk.OpensAsync("03-02 09:00", "T", category: "again");
        await _desk.RepliesAsync("03-02 10:20", "T");
        await _desk.UntilAsync("03-03 09:00");

        Assert.Equal(["desk: breach due of T"], _desk.NewMails());
    }

    [Fact]
    public async Task RepeatedStep_NobodyLookedForHours_IsToldOnce_AndGoesOnFromThere()
    {
        await _desk.OpensAsync("03-02 09:00", "T", category: "again");
        _desk.Place.Clock.Reset(Desk.At("03-02 11:10")); // it was due at 10:00, and told again at 10:30 and 11:00
        await _desk.TickAsync();
        Assert.Equal(["desk: breach due#2 of T"], _desk.NewMails());

        await _desk.UntilAsync("03-03 09:00");
        Assert.Equal(["desk: breach due#3 of T"], _desk.NewMails());
    }

    [Fact]
    public async Task RepeatedStep_KeptAfterAll_IsTakenBackOnce()
    {
        await _desk.OpensAsync("03-02 09:00", "T", category: "again");
        await _desk.UntilAsync("03-02 10:31");
        await _desk.RepliesAsync("03-02 09:50", "T", told: "03-02 10:45");
        await _desk.UntilAsync("03-02 12:00");

        Assert.Equal(
            ["desk: all-clear of T", "desk: breach due of T", "desk: breach due#1 of T"], _desk.NewMails());
    }

    [Fact]
    public async Task HalvesOfAStep_ChangeCourseWhenTheOfficeCloses()
    {
        await _desk.OpensAsync("03-02 16:30", "T", category: "course"); // due at 17:30
        await _desk.UntilAsync("03-03 09:00");

        Assert.Equal(
            ["desk: breach due of T", "first: breach due#1 of T", "first: breach due#2 of T"], _desk.NewMails());
    }

    [Fact]
    public async Task HalvesOfAStep_SayWhoElseOfTheirHalfIsTold_AndOfWhichStep()
    {
        await _desk.OpensAsync("03-02 20:00", "T", category: "course");
        await _desk.UntilAsync("03-02 21:01");

        var item = Assert.Single(Assert.Single(_desk.Place.Contents).Items);
        Assert.Equal((2, 2, "on-call", MailItemKind.Breach), (item.Step, item.Steps, item.Because, item.Kind));
    }

    [Fact]
    public async Task StepWhoseConditionHoldsNoMore_IsSkipped()
    {
        await _desk.OpensAsync("03-02 09:00", "T1", category: "skip");
        await _desk.OpensAsync("03-02 09:00", "T2", category: "skip");
        await _desk.UntilAsync("03-02 10:30");
        await _desk.HappensAsync("03-02 10:30", TicketEventType.Updated, "T2", new TicketChange { Group = "supplier" });
        await _desk.UntilAsync("03-03 09:00");

        Assert.Equal(
            ["desk: breach due of T1; breach due of T2", "lead: breach due + 1h elapsed of T1"], _desk.NewMails());
    }

    [Fact]
    public async Task PersonInTheirOwnQuietHours_IsToldAtTheirEnd_AndTheOthersAtOnce()
    {
        await _desk.OpensAsync("03-02 07:00", "T"); // due at 08:00 in Berlin, where it is 02:00 for Anna
        await _desk.UntilAsync("03-02 08:01");
        Assert.Equal(["lead: breach due of T"], _desk.NewMails());

        await _desk.RepliesAsync("03-02 09:30", "T");
        await _desk.UntilAsync("03-02 13:00");
        Assert.Empty(_desk.NewMails());

        await _desk.UntilAsync("03-02 13:01"); // 07:00 for Anna
        Assert.Equal(["anna: breach due of T (since 03-02 08:00)"], _desk.NewMails());
    }

    [Fact]
    public async Task PersonInTheirOwnQuietHours_IsWokenByWhatIsExcepted_AndTheMailBringsTheRest()
    {
        await _desk.OpensAsync("03-02 06:00", "T1"); // due at 07:00, 01:00 for Anna; three hours late at 10:00
        await _desk.OpensAsync("03-02 08:00", "T2");
        await _desk.UntilAsync("03-02 10:01");

        Assert.Equal(
            [
                "anna: breach due of T2 (since 03-02 09:00); breach due + 3h elapsed of T1",
                "lead: breach due of T1",
                "lead: breach due of T2",
            ],
            _desk.NewMails());
    }

    [Fact]
    public async Task PersonInTheirOwnQuietHours_ToldOfALaterStep_IsNotToldOfTheEarlierAsWell()
    {
        await _desk.OpensAsync("03-02 07:00", "T");
        await _desk.UntilAsync("03-02 08:01");
        _desk.NewMails();

        await _desk.UntilAsync("03-02 14:00");

        Assert.Equal(["anna: breach due + 3h elapsed of T"], _desk.NewMails());
    }

    public void Dispose() => _desk.Dispose();
}
