using System.Text.Json;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Jira;

/// <summary>An issue as it stands. Comments bring only some of its fields; what is not there is not said.</summary>
internal static class IssueState
{
    /// <summary>When the issue was created and who reported it.</summary>
    public static TicketChange Origin(Translator translator, JsonElement issue) => new()
    {
        CreatedAt = translator.Time(issue.Get("fields").Get("created")),
        Requesters = Names(issue.Get("fields").Get("reporter")),
    };

    public static TicketChange Of(Translator translator, JsonElement issue)
    {
        var fields = issue.Get("fields");
        return Origin(translator, issue) with
        {
            Status = Status(translator, fields.Get("status")),
            Priority = translator.Priority(fields.Get("priority", "name").Text()),
            Title = Title(issue, fields),
            Url = Link(issue),
            Category = fields.Get("issuetype", "name").Text(),
            Tags = fields.Get("labels").ValueKind == JsonValueKind.Array
                ? [.. fields.Get("labels").Items().Select(label => label.Text()).OfType<string>()]
                : null,
            Assignee = fields.Get("assignee").ValueKind switch
            {
                JsonValueKind.Undefined => null,
                JsonValueKind.Null => string.Empty,
                _ => Person(fields.Get("assignee")),
            },
        };
    }

    /// <summary>All names of a person: Jira Cloud knows people by account, and Data Center by name.</summary>
    public static IReadOnlyList<string>? Names(JsonElement person) => Translator.Names(
        person.Get("accountId").Text(), person.Get("name").Text(), person.Get("key").Text(), person.Get("emailAddress").Text());

    /// <summary>A person's address where privacy lets it through, else the account, which <c>Agents</c> may translate.</summary>
    public static string? Person(JsonElement person) =>
        person.Get("emailAddress").Text() ?? person.Get("accountId").Text() ?? person.Get("name").Text();

    /// <summary>Statuses are named by each project. A name that is not in the list counts by its category, and loudly.</summary>
    private static TicketStatus? Status(Translator translator, JsonElement status) => translator.Status(
        status.Get("name").Text(), status.Get("statusCategory", "key").Text() == "done" ? TicketStatus.Resolved : TicketStatus.Open);

    // The id is for good, and the key is what people say: it goes into the title.
    private static string? Title(JsonElement issue, JsonElement fields) =>
        fields.Get("summary").Text() is { } summary ? issue.Get("key").Text() is { } key ? $"{key} {summary}" : summary : null;

    private static Uri? Link(JsonElement issue) =>
        EventRules.Link(issue.Get("self").Text()) is { } self && issue.Get("key").Text() is { } key
            ? EventRules.Link($"{self.GetLeftPart(UriPartial.Authority)}/browse/{Uri.EscapeDataString(key)}")
            : null;
}
