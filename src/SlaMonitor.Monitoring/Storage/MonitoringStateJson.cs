using System.Text.Json;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>The monitor's own memory of a ticket, as every store keeps it.</summary>
public static class MonitoringStateJson
{
    /// <summary>
    /// The JSON of a state, its time cut to what <see cref="StoredInstant"/> keeps: state and due index can never disagree by a rounding.
    /// </summary>
    public static string Serialize(MonitoringState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var stored = state with
        {
            NextLook = state.NextLook is { } look ? StoredInstant.Truncate(look) : default(Instant?),
            Waiting = state.Waiting.Count > 0 ? state.Waiting : null!, // most tickets have none, and it is left out
        };
        return JsonSerializer.Serialize(stored, StorageJsonContext.Stored.MonitoringState);
    }

    /// <summary>The state of a JSON text; what it does not say is as in <see cref="MonitoringState.Initial"/>.</summary>
    /// <exception cref="JsonException">It is not the JSON of a state.</exception>
    public static MonitoringState Deserialize(string json)
    {
        var state = JsonSerializer.Deserialize(json, StorageJsonContext.Stored.MonitoringState) ?? MonitoringState.Initial;
        return state with { FiredSteps = state.FiredSteps ?? [], Waiting = state.Waiting ?? [] };
    }
}
