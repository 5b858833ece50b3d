using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>What the parts of a report's JSON are written with.</summary>
internal static class JsonWriting
{
    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> of, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in of)
        {
            json.WriteStartObject();
            write(one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteDecimal(this Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    /// <summary>A share in percent, as a fraction of 1.</summary>
    public static void WriteFraction(this Utf8JsonWriter json, string name, decimal? percent) => json.WriteDecimal(name, percent / 100);

    public static void WriteInstant(this Utf8JsonWriter json, string name, Instant? at) =>
        json.WriteString(name, at is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null);
}
