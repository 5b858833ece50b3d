using System.Text.Json;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>How files and programs are told the values of an enumeration: as the API writes them.</summary>
internal static class ReportNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
