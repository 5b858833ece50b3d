using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Frappe;

/// <summary>
/// Somebody wrote: a message, which Frappe calls a communication, or a comment, which only the team sees. What becomes of the ticket is
/// told by the ticket's own webhook.
/// </summary>
internal static class MessageWebhook
{
    /// <summary>The request is written with the ticket: by mail a little before it, in the portal a little after.</summary>
    private static readonly Duration OpeningTolerance = Duration.FromSeconds(10);

    public static void Translate(Translator translator, string happened)
    {
        var body = translator.Body;
        var isComment = happened == "comment";
        var origin = TicketWebhook.Origin(translator, body);
        var time = translator.Time(body.Get("created"));
        var sender = body.Get("sender").Text();
        var by = isComment ? Actor.Agent : By(translator, sender, origin);
        var isOpening = by == Actor.Customer && time - origin.CreatedAt < OpeningTolerance;
        var change = origin with
        {
            // The mail that a ticket was made of is older than the ticket.
            CreatedAt = Translator.CreationBefore(time, origin.CreatedAt),
            By = isOpening ? null : by,
            Author = sender,
            Agent = by == Actor.Agent ? sender : null,
            Public = !isComment,
        };
        translator.Add(
            body.Get("ticket").Text(),
            $"{happened}:{body.Get("message").Text()}",
            time,
            isOpening ? TicketEventType.Updated : TicketEventType.Replied,
            happened,
            change);
    }

    /// <summary>
    /// Who wrote. What an agent sends from their own mail program is received as the customer's is, so that whom the connection calls
    /// staff is one.
    /// </summary>
    private static Actor? By(Translator translator, string? sender, TicketChange origin)
    {
        if (translator.Body.Get("communication_type").Text() is not (null or "Communication")) return Actor.System;
        if (Translator.IsOneOf(origin.Requesters, sender)) return Actor.Customer;

        return translator.Body.Get("sent_or_received").Text() switch
        {
            "Sent" => Actor.Agent,
            "Received" => translator.Vocabulary.IsStaff(sender) ? Actor.Agent : Actor.Customer,
            _ => translator.UnknownAuthor(sender),
        };
    }
}
