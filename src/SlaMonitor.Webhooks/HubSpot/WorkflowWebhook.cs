using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.HubSpot;

/// <summary>
/// What a workflow sends: the ticket's properties as they stand, by the template in <c>docs/connect/hubspot.md</c> or under
/// <c>properties</c>. What set the workflow off is not told, so every body says all that it holds.
/// </summary>
internal static class WorkflowWebhook
{
    /// <summary>A ticket that was not changed for so long after it was made is told of for the first time.</summary>
    private static readonly Duration CreationTolerance = Duration.FromMinutes(1);

    public static void Translate(Translator translator)
    {
        var body = translator.Body;
        var properties = body.Get("properties") is { ValueKind: JsonValueKind.Object } given ? given : body;
        var ticket = TicketProperties.Value(properties, "hs_object_id").Text()
            ?? TicketProperties.Value(properties, "hs_ticket_id").Text()
            ?? body.Get("objectId").Text();
        if (ticket is null)
        {
            translator.Fail("hs_object_id", "The ticket's id is missing. Let the workflow send all properties that the manual lists.");
            return;
        }

        var state = TicketProperties.State(translator, properties);
        var modified = translator.Time(TicketProperties.Value(properties, "hs_lastmodifieddate"));
        if (modified - state.CreatedAt < CreationTolerance)
        {
            translator.Add(
                ticket, $"created:{ticket}", state.CreatedAt, TicketEventType.Created, "ticket.created",
                new TicketChange { Requesters = state.Requesters });
        }

        TicketProperties.AddMessages(translator, ticket, properties, state);
        translator.Add(
            ticket, $"state:{ticket}:{Translator.Stamp(modified)}", modified, Happening.Of(state.Status, wasDone: false), "ticket.state",
            state, properties);
    }
}
