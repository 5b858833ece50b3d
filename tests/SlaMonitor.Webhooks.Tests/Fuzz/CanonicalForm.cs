using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Testing;
using NodaTime.Text;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Fuzz;

/// <summary>
/// The judge of what may be stored: an event is written as the CloudEvent that it amounts to, and has to pass the door of those unchanged.
/// </summary>
internal static class CanonicalForm
{
    /// <returns>What is wrong with the event, or <c>null</c>.</returns>
    public static string? Objection(TicketEvent e, Instant now)
    {
        var reader = new DeliveryReader(new FakeClock(now));
        var delivery = reader.Read("application/cloudevents+json", [], JsonSerializer.SerializeToUtf8Bytes(Write(e)));
        if (delivery.Problems.Count > 0) return string.Join("; ", delivery.Problems.Select(problem => $"{problem.Where}: {problem.What}"));

        var read = delivery.Events.Single() with { TypeName = e.TypeName };
        return EventText.Of(read) == EventText.Of(e) ? null : $"{EventText.Of(e)}\nis read as\n{EventText.Of(read)}";
    }

    private static JsonObject Write(TicketEvent e)
    {
        var data = new JsonObject();
        foreach (var property in typeof(TicketChange).GetProperties())
        {
            if (property.Name == nameof(TicketChange.None) || property.GetValue(e.Change) is not { } value) continue;

            var name = property.Name == nameof(TicketChange.Requesters) ? "requester" : Small(property.Name);
            data[name] = value switch
            {
                Instant time => InstantPattern.ExtendedIso.Format(time),
                Uri link => link.AbsoluteUri,
                IEnumerable<string> tags => new JsonArray([.. tags.Select(tag => (JsonNode)tag)]),
                bool flag => flag,
                int number => number,
                Enum word => Small(word.ToString()),
                _ => (string)value,
            };
        }

        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = e.Id,
            ["source"] = e.Source,
            ["subject"] = e.TicketId,
            ["type"] = e.Type == TicketEventType.Unknown ? "some.other" : $"ticket.{e.Type.ToString().ToLowerInvariant()}",
            ["time"] = InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeTicks(e.Time.ToUnixTimeTicks())),
            ["data"] = data,
        };
    }

    private static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
