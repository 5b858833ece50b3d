namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>The agreement of the stories: an office in Berlin that is closed on Good Friday, and emergencies around the clock.</summary>
internal static class StoryAgreement
{
    private const string Members = "first@example.com, second@example.com, third@example.com";

    public const string Yaml = $$"""
        agreement: office
        title: Office
        version: 1
        effectiveFrom: 2020-01-01
        timeZone: Europe/Berlin
        calendars:
          office:
            week: { mon-fri: "09:00-18:00" }
            agreed:
              - { date: 2026-04-03, hours: [], reason: Good Friday, approvedBy: customer }
          always: 24x7
        targets:
          - { id: emergency, metric: firstResponse, when: { emergency: true },   within: 1h,  calendar: always }
          - { id: urgent,    metric: firstResponse, when: { priority: [urgent] }, within: 2h,  calendar: office }
          - { id: response,  metric: firstResponse, within: 8h,  calendar: office }
        contacts:
          anna:    { email: anna@example.com }
          lead:    { email: lead@example.com }
          boss:    { email: boss@example.com }
          on-call: { rotation: weekly, handover: "mon 09:00", firstTurn: 2026-03-02, members: [{{Members}}] }
        fallbackContact: boss
        escalation:
          - when: { emergency: true }
            steps:
              - { at: 50%, notify: [assignee, on-call] }
              - { at: due, notify: [on-call, lead] }
              - { at: due + 1h elapsed, notify: [lead, boss] }
          - steps:
              - { at: 50%, notify: [assignee] }
              - { at: due, notify: [assignee, on-call] }
              - { at: due + 2h, notify: [lead] }
              - { at: due + 3h elapsed, notify: [lead, boss], unlessAcknowledged: false }
            quietHours: { calendar: office, except: [due + 3h elapsed] }
        acknowledgementExpires: 4h
        grouping: { every: 0 }
        """;
}
