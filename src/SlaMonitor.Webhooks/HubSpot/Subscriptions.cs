using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.HubSpot;

/// <summary>
/// A list of what happened, to tickets and to other things that the app has subscribed to: a ticket was made, one of its properties
/// changed, it went. Each says that one thing, and nothing else of the ticket.
/// </summary>
internal static class Subscriptions
{
    private const string Tickets = "0-5";

    public static void Translate(Translator translator)
    {
        translator.Ignore("None of it is about a ticket.");
        foreach (var news in translator.Body.Items())
        {
            var name = news.Get("subscriptionType").Text() ?? news.Get("eventType").Text() ?? string.Empty;
            if (name.StartsWith("ticket.", StringComparison.Ordinal) || news.Get("objectTypeId").Text() == Tickets)
                Add(translator, news, name);
        }
    }

    private static void Add(Translator translator, JsonElement news, string name)
    {
        var ticket = news.Get("objectId").Text();
        var time = translator.Time(news.Get("occurredAt"));
        var property = news.Get("propertyName").Text();

        // HubSpot's number of an event is not promised to be its own; with time and place it is.
        var id = $"{news.Get("eventId").Text()}:{news.Get("occurredAt").Text()}:{ticket}:{property}";
        switch (name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            case "creation":
                translator.Add(ticket, $"created:{ticket}", time, TicketEventType.Created, name, TicketChange.None);
                break;
            case "propertyChange" when property is not null:
                AddChange(translator, news, ticket, id, time, property);
                break;
            case "deletion" or "privacyDeletion":
                translator.Add(ticket, id, time, TicketEventType.Deleted, name, TicketChange.None);
                break;
            case "restore":
                translator.AddReturn(ticket, id, time, name, TicketChange.None);
                break;
            case "merge":
                foreach (var merged in news.Get("mergedObjectIds").Items().Select(one => one.Text()).OfType<string>())
                {
                    if (merged != news.Get("primaryObjectId").Text())
                        translator.Add(merged, $"{id}:{merged}", time, TicketEventType.Merged, name, TicketChange.None);
                }

                break;
            case "associationChange":
                break; // who or what belongs to a ticket is told by numbers that say nothing here
            default:
                translator.AddUnknown(ticket, id, time, name);
                break;
        }
    }

    private static void AddChange(Translator translator, JsonElement news, string? ticket, string id, Instant? time, string property)
    {
        var properties = JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            [property] = news.Get("propertyValue") is { ValueKind: not JsonValueKind.Undefined } value
                ? value
                : JsonSerializer.SerializeToElement<string?>(null),
        });
        if (TicketProperties.IsMessage(property))
        {
            TicketProperties.AddMessages(translator, ticket, properties, TicketChange.None);
            return;
        }

        // A time of creation may be set by hand. One that cannot be true says nothing, and no more is lost for it.
        var change = TicketProperties.State(translator, properties);
        change = change with { CreatedAt = Translator.CreationBefore(time, change.CreatedAt) };
        translator.Add(ticket, id, time, Happening.Of(change.Status, wasDone: false), $"ticket.{property}", change, properties);
    }
}
