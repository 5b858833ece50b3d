using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Glpi;

/// <summary>
/// A ticket was made, changed, deleted or taken out of the dustbin. It comes as it stands; what it was before is not told.
/// </summary>
internal static class TicketWebhook
{
    public static void Translate(Translator translator)
    {
        var item = translator.Body.Get("item");
        var happened = translator.Body.Get("event").Text()?.ToLowerInvariant() ?? string.Empty;
        var ticket = item.Get("id").Text();
        var id = translator.Fingerprint();
        var modified = translator.Time(item.Get("date_mod"));
        switch (happened)
        {
            case "new":
                var created = translator.Time(item.Get("date")) ?? translator.Time(item.Get("date_creation"));
                translator.Add(ticket, id, created, TicketEventType.Created, happened, TicketState.Of(translator, item, created));
                break;
            case "update" when !TicketState.IsDeleted(item):
                var word = TicketState.Word(item);
                var at = SettledAt(translator, item, word) ?? modified;
                var state = TicketState.Of(translator, item, at);
                translator.Add(ticket, id, at, translator.Happened(word, state.Status), happened, state);
                break;
            case "delete" or "purge" or "update":
                var gone = modified ?? translator.Now;
                translator.Add(ticket, id, gone, TicketEventType.Deleted, happened, TicketState.Origin(translator, item, gone));
                break;
            case "restore":
                translator.AddReturn(ticket, id, modified, happened, TicketState.Of(translator, item, modified));
                break;
            default:
                translator.AddUnknown(ticket, id, modified, happened);
                break;
        }
    }

    private static Instant? SettledAt(Translator translator, JsonElement item, string? word) =>
        word is not null && translator.Vocabulary.Statuses.TryGetValue(word, out var status)
            ? status switch
            {
                TicketStatus.Resolved => translator.Time(item.Get("date_solve")),
                TicketStatus.Closed => translator.Time(item.Get("date_close")),
                _ => null,
            }
            : null;
}
