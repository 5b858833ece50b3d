using System.Text.Json;
using System.Text.Json.Serialization;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Promises;

/// <summary>Writes what each status took, in ticks of 100 ns; one that took nothing is left out, and most did.</summary>
internal sealed class HeldTimesConverter : JsonConverter<HeldTimes>
{
    private static readonly TicketStatus[] Statuses = Enum.GetValues<TicketStatus>();

    /// <exception cref="JsonException">It names a status that there is not.</exception>
    public override HeldTimes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var held = default(HeldTimes);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Held times are an object.");

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var status = StoredName.Find<TicketStatus>(reader.GetString()) ?? throw new JsonException("There is no such status.");
            reader.Read();
            held = held.With(status, BusinessDuration.FromTicks(reader.GetInt64()));
        }

        return held;
    }

    public override void Write(Utf8JsonWriter writer, HeldTimes value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var status in Statuses)
        {
            if (value[status] is var taken && taken != BusinessDuration.Zero) writer.WriteNumber(StoredName.Of(status), taken.Ticks);
        }

        writer.WriteEndObject();
    }
}
