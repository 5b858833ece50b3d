using System.Text;
using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Samples;

/// <summary>Agreements for tests, in their file format.</summary>
public static class SampleAgreements
{
    /// <summary>Four hours to the first response, two days of nine hours to the resolution, in Berlin.</summary>
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

    public static AgreementBook Load(string yaml)
    {
        var load = AgreementLoader.Load([new AgreementText("agreement.yaml", Encoding.UTF8.GetBytes(yaml))]);
        return load.Book ?? throw new InvalidOperationException(string.Join('\n', load.Problems));
    }
}
