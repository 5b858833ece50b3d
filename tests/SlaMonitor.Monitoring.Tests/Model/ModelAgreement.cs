namespace SlaMonitor.Monitoring.Tests.Model;

internal static class ModelAgreement
{
    public const string Yaml = """
        agreement: model
        title: Model
        version: 1
        effectiveFrom: 2020-01-01
        timeZone: UTC
        calendars:
          always: 24x7
          day: { week: { mon-sun: "09:00-18:00" } }
        targets:
          - { id: urgent, metric: firstResponse, when: { priority: [urgent] }, within: 2h, calendar: always }
          - { id: normal, metric: firstResponse, within: 8h, calendar: always }
        contacts:
          anna: { email: anna@example.com }
          ben:  { email: ben@example.com }
          lead: { email: lead@example.com }
          boss: { email: boss@example.com }
        fallbackContact: boss
        escalation:
          - when: { priority: [urgent] }
            steps:
              - { at: 50%, notify: [assignee] }
              - { at: due, notify: [assignee, lead] }
              - { at: due + 1h elapsed, notify: [boss], unlessAcknowledged: false }
          - steps:
              - { at: 50%, notify: [assignee] }
              - { at: due, notify: [assignee, lead] }
              - { at: due + 1h elapsed, notify: [boss], unlessAcknowledged: false }
            quietHours: { calendar: day, except: [due + 1h elapsed] }
        acknowledgementExpires: 4h
        """;
}
