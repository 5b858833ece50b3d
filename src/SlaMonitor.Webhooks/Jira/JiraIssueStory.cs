using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Jira;

/// <summary>
/// Tells an issue from its creation on as the webhooks would have: what it was then follows from what it is now and what was changed.
/// </summary>
/// <param name="issue">The issue.</param>
/// <param name="categories">The categories of statuses, by name.</param>
/// <param name="teller">Where to.</param>
internal sealed class JiraIssueStory(JsonElement issue, IReadOnlyDictionary<string, string> categories, ExportTeller teller)
{
    private readonly List<JsonElement> _changes = [.. issue.Get("changelog", "histories").Items().OrderBy(change => TimeOf(change))];

    private string? Id => issue.Get("id").Text();

    public void Tell()
    {
        SayWhatIsMissing();
        teller.Tell($"created:{Id}", Body("jira:issue_created", Then(), null));
        foreach (var change in _changes) TellChange(change);
        foreach (var comment in issue.Get("fields").Get("comment", "comments").Items()) TellComment(comment);
    }

    private void SayWhatIsMissing()
    {
        if (issue.Get("changelog").ValueKind != JsonValueKind.Object)
            teller.LeaveOut("an issue without its change log, taken to have been as it is now from the beginning; use expand=changelog");
        else if (IsCut(issue.Get("changelog"), _changes.Count))
            teller.LeaveOut("an issue of whose change log only a part is there; fetch the rest from /issue/ID/changelog");

        var comments = issue.Get("fields").Get("comment");
        if (comments.ValueKind != JsonValueKind.Object)
            teller.LeaveOut("an issue without its comments: who answered is not known; ask for the field comment");
        else if (IsCut(comments, comments.Get("comments").Items().Count()))
            teller.LeaveOut("an issue of whose comments only a part is there; fetch the rest from /issue/ID/comment");
    }

    private static bool IsCut(JsonElement page, int count) => page.Get("total").ValueKind == JsonValueKind.Number
        && page.Get("total").TryGetInt64(out var total) && total > count;

    private void TellChange(JsonElement change)
    {
        var fields = new JsonObject { ["created"] = Copy("created"), ["reporter"] = Copy("reporter") };
        var isKnown = false;
        foreach (var item in change.Get("items").Items()) isKnown |= Set(fields, item, "to", "toString");
        if (!isKnown)
        {
            teller.LeaveOut("a change of a field that no agreement of ours reads by an export");
            return;
        }

        var log = new JsonObject { ["id"] = change.Get("id").Text(), ["items"] = JsonNode.Parse(change.Get("items").GetRawText()) };
        var body = Body("jira:issue_updated", fields, log);
        body["timestamp"] = TimeText(change);
        teller.Tell($"change:{Fingerprint.Of(Encoding.UTF8.GetBytes(change.GetRawText()))}", body);
    }

    private void TellComment(JsonElement comment)
    {
        var fields = new JsonObject { ["reporter"] = Copy("reporter"), ["project"] = Copy("project") };
        var body = Body("comment_created", fields, null);
        body["comment"] = JsonNode.Parse(comment.GetRawText());
        teller.Tell($"comment:{comment.Get("id").Text()}", body);
    }

    /// <summary>The fields as they were when the issue was created: what a field was before it was first changed.</summary>
    private JsonObject Then()
    {
        var fields = JsonNode.Parse(issue.Get("fields").GetRawText())!.AsObject();
        fields.Remove("comment");
        foreach (var change in Enumerable.Reverse(_changes))
        {
            foreach (var item in change.Get("items").Items()) Set(fields, item, "from", "fromString");
        }

        return fields;
    }

    private bool Set(JsonObject fields, JsonElement item, string id, string name)
    {
        var text = item.Get(name).Text();
        switch (item.Get("field").Text())
        {
            case "status":
                fields["status"] = StatusOf(text);
                return true;
            case "priority" or "issuetype":
                fields[item.Get("field").Text()!] = text is null ? null : new JsonObject { ["name"] = text };
                return true;
            case "summary":
                fields["summary"] = text;
                return true;
            case "labels":
                var labels = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
                fields["labels"] = new JsonArray([.. labels.Select(label => (JsonNode?)label)]);
                return true;
            case "assignee":
                fields["assignee"] = PersonOf(item.Get(id).Text());
                return true;
            default:
                return false;
        }
    }

    private JsonObject? StatusOf(string? name)
    {
        if (name is null) return null;

        var status = new JsonObject { ["name"] = name };
        if (categories.TryGetValue(name, out var category)) status["statusCategory"] = new JsonObject { ["key"] = category };
        return status;
    }

    /// <summary>
    /// A change log knows people by account only; whoever is in the issue too is named as there, so that the name does not change.
    /// </summary>
    private JsonObject? PersonOf(string? account)
    {
        if (account is null) return null;

        var known = issue.Get("fields").Get("assignee");
        if (known.Get("accountId").Text() == account || known.Get("name").Text() == account || known.Get("key").Text() == account)
            return JsonNode.Parse(known.GetRawText())!.AsObject();

        return new JsonObject { ["accountId"] = account };
    }

    private JsonObject Body(string happened, JsonObject fields, JsonObject? log) => new()
    {
        ["webhookEvent"] = happened,
        ["issue"] = new JsonObject
        {
            ["id"] = Id,
            ["key"] = issue.Get("key").Text(),
            ["self"] = issue.Get("self").Text(),
            ["fields"] = fields,
        },
        ["changelog"] = log,
    };

    private JsonNode? Copy(string field)
    {
        var value = issue.Get("fields").Get(field);
        return value.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(value.GetRawText());
    }

    private static JsonNode? TimeText(JsonElement change) =>
        change.Get("created") is { ValueKind: not JsonValueKind.Undefined } created ? JsonNode.Parse(created.GetRawText()) : null;

    private static Instant TimeOf(JsonElement change) => VendorTime.Read(change.Get("created"), DateTimeZone.Utc) ?? Instant.MaxValue;
}
