using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>The JSON of everything that a store keeps as JSON.</summary>
[JsonSerializable(typeof(TicketChange))]
[JsonSerializable(typeof(MonitoringState))]
internal sealed partial class StorageJsonContext : JsonSerializerContext
{
    public static StorageJsonContext Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Never shown in a page as it is; a third of the size for Chinese, and legible in the table.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            NodaConverters.InstantConverter,
            new StoredNameConverter<TicketStatus>(),
            new StoredNameConverter<TicketPriority>(),
            new StoredNameConverter<Actor>(),
            new StoredIdConverter<ClockId>(text => new ClockId(text)),
            new StoredIdConverter<StepId>(text => new StepId(text)),
        },
    });
}
