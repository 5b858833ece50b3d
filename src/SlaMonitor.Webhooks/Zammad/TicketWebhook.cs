using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Zammad;

/// <summary>
/// The ticket as it stands, and its latest article; what set the trigger off is not told. So each delivery says all that it
/// holds, each part under an id of its own: the state by the time of its update, the article by its number. What was told before
/// is recognised as a repeat.
/// </summary>
internal static class TicketWebhook
{
    /// <summary>
    /// A first article is written in the same moment as its ticket, give or take the milliseconds between two rows of a database.
    /// </summary>
    private static readonly Duration OpeningTolerance = Duration.FromSeconds(2);

    public static void Translate(Translator translator)
    {
        var ticket = translator.Body.Get("ticket");
        var article = translator.Body.Get("article");
        if (ticket.ValueKind != JsonValueKind.Object)
        {
            translator.Ignore("It is not about a ticket.");
            return;
        }

        var id = ticket.Get("id").Text();
        var created = translator.Time(ticket.Get("created_at"));
        var updated = Latest(translator.Time(ticket.Get("updated_at")), translator.Time(ticket.Get("close_at")));
        if (ticket.Get("state").Text() == "merged")
        {
            translator.Add(id, $"merged:{id}", updated, TicketEventType.Merged, "merged", TicketChange.None);
            return;
        }

        var state = State(translator, ticket);
        var isFirstArticle = ticket.Get("article_count").ValueKind != JsonValueKind.Number
            || ticket.Get("article_count").Text() is "0" or "1";
        var isNew = isFirstArticle && state.Status == TicketStatus.New;
        if (isNew) translator.Add(id, $"created:{id}", created, TicketEventType.Created, "ticket.created", TicketChange.None);

        var written = translator.Time(article.Get("created_at"));
        if (!isNew && IsReply(article) && !(isFirstArticle && written - created < OpeningTolerance))
            translator.Add(
                id, $"article:{article.Get("id").Text()}", written, TicketEventType.Replied, "ticket.article", Reply(translator, article));

        // The time of the update tells one state from the next; where two deliveries share it, they hold the same state.
        translator.Add(id, $"state:{id}:{Stamp(updated)}", updated, Happening.Of(state.Status, wasDone: false), "ticket.state", state);
    }

    private static TicketChange State(Translator translator, JsonElement ticket) => new()
    {
        Status = translator.Status(ticket.Get("state").Text() ?? ticket.Get("state", "name").Text()),
        Priority = translator.Priority(ticket.Get("priority", "name").Text() ?? ticket.Get("priority").Text()),
        Title = ticket.Get("title").Text() is { } title ? ticket.Get("number").Text() is { } number ? $"#{number} {title}" : title : null,
        Customer = ticket.Get("organization", "name").Text(),
        Group = ticket.Get("group", "name").Text(),
        Assignee = ticket.Get("owner").ValueKind switch
        {
            JsonValueKind.Undefined => null,
            JsonValueKind.Null => string.Empty,
            _ => Person(ticket.Get("owner")) is { } owner and not "-" ? owner : string.Empty,
        },
    };

    /// <summary>Notes are for the team even when they are public; the rest goes out or comes in.</summary>
    private static bool IsReply(JsonElement article) =>
        article.ValueKind == JsonValueKind.Object
        && article.Get("internal").Flag() == false
        && article.Get("type").Text() is not (null or "note");

    private static TicketChange Reply(Translator translator, JsonElement article)
    {
        var author = Person(article.Get("created_by"));
        Actor? by = article.Get("sender").Text() switch
        {
            "Agent" => Actor.Agent,
            "Customer" => Actor.Customer,
            "System" => Actor.System,
            _ when translator.Vocabulary.IsStaff(author) => Actor.Agent,
            _ => translator.UnknownAuthor(author),
        };
        return new TicketChange { By = by, Public = true, Agent = by == Actor.Agent ? author : null };
    }

    private static string? Person(JsonElement person) => person.Get("email").Text() ?? person.Get("login").Text();

    // To the millisecond and beyond: two changes in one second are two.
    private static string? Stamp(Instant? time) => time is { } at ? InstantPattern.ExtendedIso.Format(at) : null;

    private static Instant? Latest(Instant? one, Instant? other) => one is { } a && other is { } b ? Instant.Max(a, b) : one ?? other;
}
