using System.Text.Json;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>
/// What an event says, as every store keeps it. A status, priority or actor that this version does not know reads as "not said": the log is
/// only ever appended to, so that nothing is lost for the version that does. Half a surrogate pair, which no encoding
/// can carry, becomes U+FFFD.
/// </summary>
public static class TicketChangeJson
{
    /// <summary>The JSON of a change; what is not said is left out.</summary>
    public static string Serialize(TicketChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return JsonSerializer.Serialize(change, StorageJsonContext.Stored.TicketChange);
    }

    /// <summary>The change of a JSON text.</summary>
    /// <exception cref="JsonException">It is not the JSON of a change.</exception>
    public static TicketChange Deserialize(string json) =>
        JsonSerializer.Deserialize(json, StorageJsonContext.Stored.TicketChange) ?? TicketChange.None;
}
