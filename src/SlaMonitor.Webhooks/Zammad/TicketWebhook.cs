using System.Text.Json;
using NodaTime;
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

    /// <summary>
    /// A ticket that has not changed since has just been created. Its triggers change it too, so this is more than a moment; while it is
    /// new, nobody has taken it up, so that a trigger which ran late still finds it as it was created.
    /// </summary>
    private static Duration CreationTolerance(TicketStatus? status) =>
        status == TicketStatus.New ? Duration.FromHours(1) : Duration.FromMinutes(1);

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
        var word = ticket.Get("state").Text() ?? ticket.Get("state", "name").Text();
        if (string.Equals(word, "merged", StringComparison.OrdinalIgnoreCase))
        {
            translator.Add(id, $"merged:{id}", updated, TicketEventType.Merged, "merged", TicketChange.None with { CreatedAt = created });
            return;
        }

        var state = State(translator, ticket, word) with { CreatedAt = created };
        var isFirstArticle = ticket.Get("article_count").ValueKind != JsonValueKind.Number
            || ticket.Get("article_count").Text() is "0" or "1";
        var isNew = isFirstArticle && updated - created < CreationTolerance(state.Status);
        if (isNew) translator.Add(id, $"created:{id}", created, TicketEventType.Created, "ticket.created", TicketChange.None);

        var written = translator.Time(article.Get("created_at"));
        if (!isNew && IsMessage(ticket, article) && !(isFirstArticle && written - created < OpeningTolerance))
        {
            translator.Add(
                id, $"article:{article.Get("id").Text()}", written, TicketEventType.Replied, "ticket.article",
                Message(translator, ticket, article));
        }

        // The time of the update tells one state from the next; where two deliveries share it, they hold the same state.
        translator.Add(
            id, $"state:{id}:{Translator.Stamp(updated)}", updated, translator.Happened(word, state.Status), "ticket.state", state);
    }

    private static TicketChange State(Translator translator, JsonElement ticket, string? word) => new()
    {
        Status = translator.Status(word),
        Requesters = Requesters(ticket),
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

    /// <summary>
    /// What goes out or comes in. Notes of agents are for the team even when they are public; a customer who answers in the portal
    /// writes one too.
    /// </summary>
    private static bool IsMessage(JsonElement ticket, JsonElement article) =>
        article.ValueKind == JsonValueKind.Object
        && article.Get("internal").Flag() == false
        && article.Get("type").Text() is { } type
        && (type != "note" || article.Get("sender").Text() == "Customer" || IsRequester(ticket, article.Get("created_by")));

    private static TicketChange Message(Translator translator, JsonElement ticket, JsonElement article)
    {
        var author = Person(article.Get("created_by"));
        Actor? by = article.Get("sender").Text() switch
        {
            "Agent" => Actor.Agent,
            "Customer" => Actor.Customer,
            "System" => Actor.System,
            _ when IsRequester(ticket, article.Get("created_by")) => Actor.Customer,
            _ when translator.Vocabulary.IsStaff(author) => Actor.Agent,
            _ => translator.UnknownAuthor(author),
        };
        return new TicketChange { By = by, Public = true, Author = author, Agent = by == Actor.Agent ? author : null };
    }

    private static bool IsRequester(JsonElement ticket, JsonElement person) =>
        Person(person) is { } author && Requesters(ticket)?.Contains(author, StringComparer.OrdinalIgnoreCase) == true;

    private static IReadOnlyList<string>? Requesters(JsonElement ticket) =>
        Translator.Names(ticket.Get("customer", "email").Text(), ticket.Get("customer", "login").Text());

    private static string? Person(JsonElement person) => person.Get("email").Text() ?? person.Get("login").Text();


    private static Instant? Latest(Instant? one, Instant? other) => one is { } a && other is { } b ? Instant.Max(a, b) : one ?? other;
}
