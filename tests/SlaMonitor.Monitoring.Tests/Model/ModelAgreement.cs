namespace SlaMonitor.Monitoring.Tests.Model;

internal static class ModelAgreement
{
    /// <summary>Each mail at once.</summary>
    public static string AtOnce { get; } = Terms + "grouping: { every: 0 }";

    /// <summary>Mails are grouped, those of the lead over a longer time, and the boss hears of everything at once.</summary>
    public static string Grouped { get; } = Terms
        .Replace("lead@example.com", "lead@example.com, grouping: { every: 50m }", StringComparison.Ordinal)
        .Replace("boss@example.com", "boss@example.com, grouping: { every: 0 }", StringComparison.Ordinal)
        + "grouping: { every: 20m }";

    /// <summary>What the specification makes of <see cref="Grouped"/>.</summary>
    public static SpecMailbox MailboxOfGrouped() => new(who => who switch { "lead" => 50, "boss" => 0, _ => 20 });

    private const string Terms = """
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
