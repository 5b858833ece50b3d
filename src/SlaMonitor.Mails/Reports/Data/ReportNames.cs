using System.Collections.Frozen;
using System.Text.Json;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>How files and programs are told the values of an enumeration: as the API writes them.</summary>
public static class ReportNames
{
    /// <summary>The name of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Known<T>.Names[value];

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}
