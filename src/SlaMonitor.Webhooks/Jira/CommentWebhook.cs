using System.Text.Json;
using System.Text.RegularExpressions;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Jira;

/// <summary>
/// Somebody commented. Who is a customer is told by who reported the issue, and by the account's type, which Data Center does not know.
/// Whoever is none is an agent, if it is known who reported the issue.
/// </summary>
internal static partial class CommentWebhook
{
    public static void Translate(Translator translator, string name)
    {
        var comment = translator.Body.Get("comment");
        Add(translator, translator.Body.Get("issue", "id").Text() ?? TicketOf(comment), name);
    }

    /// <summary>
    /// Adds the comment that an update of its issue brings along. It comes as <c>comment_created</c> too where the webhook is told of
    /// those, under the same id, so that it counts once.
    /// </summary>
    public static void AddCommented(Translator translator, string? ticket, string name)
    {
        var comment = translator.Body.Get("comment");
        if (comment.Get("id").HasValue() && comment.Get("author").HasValue() && comment.Get("created").HasValue() && !IsSecret(translator))
            Add(translator, ticket, name);
    }

    private static void Add(Translator translator, string? ticket, string name)
    {
        var issue = translator.Body.Get("issue");
        var comment = translator.Body.Get("comment");
        var by = By(translator, comment.Get("author"), issue.Get("fields").Get("reporter"), out var othersAreAgents);

        // Only a service desk says whether the customer sees a comment; where it does not, the comment may be internal. Elsewhere
        // everybody sees it, unless it is for a group or a role.
        var isPublic = comment.Get("jsdPublic").Flag() ?? !(comment.Get("visibility").HasValue() || IsSecret(translator));
        translator.Add(
            ticket,
            comment.Get("id").Text() is { } id ? $"comment:{id}" : translator.Fingerprint(),
            translator.Time(comment.Get("created")) ?? translator.Time(translator.Body.Get("timestamp")),
            TicketEventType.Replied,
            name,
            IssueState.Of(translator, issue) with
            {
                By = by,
                Public = isPublic,
                Author = Account(comment.Get("author")),
                OthersAreAgents = othersAreAgents,
                Agent = by == Actor.Agent ? IssueState.Person(comment.Get("author")) : null,
            });
    }

    private static Actor? By(Translator translator, JsonElement author, JsonElement reporter, out bool? othersAreAgents)
    {
        othersAreAgents = null;
        if (Account(author) is not { } account) return translator.UnknownAuthor(null);
        if (IssueState.Names(author)!.Any(name => Translator.IsOneOf(IssueState.Names(reporter), name))) return Actor.Customer;
        if (translator.Vocabulary.IsStaff(account, author.Get("emailAddress").Text())) return Actor.Agent;

        switch (author.Get("accountType").Text())
        {
            case "customer": return Actor.Customer;
            case "app": return Actor.System;
            case "atlassian" or null:
                // Colleagues report issues too. Where the reporter is not in the message, the ticket remembers them.
                if (IssueState.Names(reporter) is null) othersAreAgents = true;
                return Actor.Agent;
            default: return translator.UnknownAuthor(account);
        }
    }

    private static string? Account(JsonElement person) => person.Get("accountId").Text() ?? person.Get("name").Text();

    /// <summary>
    /// Whether nothing says that the customer sees the comment though the issue is one of a service desk, where many are internal.
    /// </summary>
    private static bool IsSecret(Translator translator) =>
        !translator.Body.Get("comment", "jsdPublic").HasValue()
        && translator.Body.Get("issue", "fields").Get("project", "projectTypeKey").Text() == "service_desk";

    /// <summary>The issue that a comment's own address names: Data Center sends comments without their issue.</summary>
    private static string? TicketOf(JsonElement comment) =>
        comment.Get("self").Text() is { } self && Address().Match(self) is { Success: true } found ? found.Groups["issue"].Value : null;

    [GeneratedRegex(@"/rest/api/[^/]+/issue/(?<issue>[0-9]{1,20})/comment/", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
