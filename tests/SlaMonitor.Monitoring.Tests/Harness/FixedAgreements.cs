using System.Text;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>Agreements that stay as they are, read from their file format.</summary>
internal sealed class FixedAgreements(string yaml) : IAgreementSource
{
    public const string Office = """
        agreement: office
        title: Office
        version: 1
        effectiveFrom: 2020-01-01
        timeZone: Europe/Berlin
        calendars:
          office:
            week: { mon-fri: "09:00-18:00" }
        targets:
          - { id: response,   metric: firstResponse, within: 4h,  calendar: office }
          - { id: resolution, metric: resolution,    within: 18h, calendar: office }
        contacts:
          support: { email: support@example.com }
          lead:    { email: lead@example.com, language: zh-CN, timeZone: Asia/Shanghai, knownAs: [Li Wei] }
          on-call: { rotation: weekly, handover: "mon 09:00", firstTurn: 2026-03-02, members: [first@example.com, second@example.com] }
        fallbackContact: support
        escalation:
          - steps:
              - { at: 50%, notify: [assignee] }
              - { at: due, notify: [assignee, lead] }
        """;

    public AgreementBook Current { get; } = Load(yaml);

    private static AgreementBook Load(string yaml)
    {
        var load = AgreementLoader.Load([new AgreementText("agreement.yaml", Encoding.UTF8.GetBytes(yaml))]);
        return load.Book ?? throw new InvalidOperationException(string.Join('\n', load.Problems));
    }
}
