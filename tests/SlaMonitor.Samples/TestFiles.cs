using System.Text;
using SlaMonitor.Agreements;

namespace SlaMonitor.Samples;

/// <summary>Agreement files for tests.</summary>
public static class TestFiles
{
    public static string Data(params string[] parts) => Path.Combine([AppContext.BaseDirectory, "data", "agreements", .. parts]);

    public static AgreementLoad Load(params string[] texts) =>
        AgreementLoader.Load([.. texts.Select((text, i) => new AgreementText($"{i + 1}.yaml", Encoding.UTF8.GetBytes(text)))]);

    /// <summary>A small agreement with what is given added to it.</summary>
    public static string Small(string id = "support", int version = 1, string from = "2024-01-01", string more = "") => $$"""
        agreement: {{id}}
        version: {{version}}
        effectiveFrom: {{from}}
        timeZone: Asia/Shanghai
        calendars: { business: { week: { mon-fri: "09:00-18:00" } }, always: 24x7 }
        targets:
          - { id: response, metric: firstResponse, within: 4h, calendar: business }
        {{more}}
        """;
}
