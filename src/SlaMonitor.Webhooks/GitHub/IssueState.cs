using System.Text.Json;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.GitHub;

/// <summary>An issue as it stands: its labels are its status and its priority.</summary>
internal static class IssueState
{
    /// <summary>
    /// A repository is part of an issue's id, for one connection may serve many; and a slash in an id would end a part of an address.
    /// </summary>
    public static string? TicketOf(Translator translator) =>
        translator.Body.Get("repository", "full_name").Text() is { } repository
        && translator.Body.Get("issue", "number").Text() is { } number
            ? $"{repository.Replace('/', '.')}-{number}"
            : null;

    /// <summary>When the issue was opened, and who did.</summary>
    public static TicketChange Origin(Translator translator) => new()
    {
        CreatedAt = translator.Time(translator.Body.Get("issue", "created_at")),
        Requesters = Translator.Names(translator.Body.Get("issue", "user").Get("login").Text()),
    };

    public static TicketChange Of(Translator translator)
    {
        var issue = translator.Body.Get("issue");
        var labels = issue.Get("labels").Items().Select(label => label.Get("name").Text() ?? label.Text()).OfType<string>().ToArray();
        return Origin(translator) with
        {
            Status = Status(translator.Vocabulary, issue, labels),
            Priority = labels.Select(label => Find(translator.Vocabulary.Priorities, label)).Max() ?? TicketPriority.Normal,
            Title = issue.Get("title").Text(),
            Url = EventRules.Link(issue.Get("html_url").Text()),
            Tags = labels,
            Assignee = issue.Get("assignee").ValueKind switch
            {
                JsonValueKind.Undefined => null,
                JsonValueKind.Null => string.Empty,
                _ => issue.Get("assignee", "login").Text(),
            },
        };
    }

    private static TicketStatus? Status(Vocabulary vocabulary, JsonElement issue, string[] labels) => issue.Get("state").Text() switch
    {
        "closed" => issue.Get("state_reason").Text() is "not_planned" or "duplicate" ? TicketStatus.Closed : TicketStatus.Resolved,
        "open" => labels.Select(label => Find(vocabulary.Statuses, label)).FirstOrDefault(known => known is not null) ?? TicketStatus.Open,
        _ => null,
    };

    private static T? Find<T>(IReadOnlyDictionary<string, T> words, string label)
        where T : struct => words.TryGetValue(label, out var word) || words.TryGetValue(Plain(label), out word) ? word : null;

    private static string Plain(string label)
    {
        var blanks = string.Concat(label.Select(character => character is '-' or '_' or ':' or '/' ? ' ' : character));
        return string.Join(' ', blanks.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
