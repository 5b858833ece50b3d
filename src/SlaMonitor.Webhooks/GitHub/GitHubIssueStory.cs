using System.Text.Json;
using System.Text.Json.Nodes;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.GitHub;

/// <summary>
/// Tells an issue from its opening on as the webhooks would have. It is gone through backwards first: labels, state and title at the
/// opening are what they are now without what was changed.
/// </summary>
internal sealed class GitHubIssueStory
{
    private readonly GitHubIssue _issue;
    private readonly ExportTeller _teller;
    private readonly List<JsonElement> _events;
    private readonly List<string> _labels;
    private string? _assignee;
    private string? _title;
    private string _state;
    private string? _reason;

    private GitHubIssueStory(GitHubIssue issue, ExportTeller teller)
    {
        (_issue, _teller) = (issue, teller);
        _events =
        [
            .. issue.Events.Concat(issue.Comments)
                .OrderBy(one => VendorTime.Read(one.Get("created_at"), teller.Vocabulary.Zone)).ThenBy(IdOf, StringComparer.Ordinal),
        ];
        _labels = [.. issue.Record.Get("labels").Items().Select(label => label.Get("name").Text() ?? label.Text()).OfType<string>()];
        _assignee = issue.Record.Get("assignee").Get("login").Text();
        _title = issue.Record.Get("title").Text();
        _state = issue.Record.Get("state").Text() ?? "open";
        _reason = issue.Record.Get("state_reason").Text();
    }

    public static void Tell(GitHubIssue issue, ExportTeller teller)
    {
        if (issue.Record.ValueKind == JsonValueKind.Undefined)
        {
            teller.LeaveOut("what is said of an issue that is in no list of issues or events: who opened it, and when, is not known");
            return;
        }

        new GitHubIssueStory(issue, teller).Tell();
    }

    private void Tell()
    {
        var (wasClosed, lastReason) = (_state == "closed", _reason);
        var lastClosed = _events.FindLastIndex(one => one.Get("event").Text() == "closed");
        foreach (var one in Enumerable.Reverse(_events)) Undo(one);
        (_state, _reason) = ("open", null);
        TellIssue("opened", "opened", _issue.Record.Get("created_at"), null);

        foreach (var (index, one) in _events.Index())
        {
            if (index == lastClosed && !one.Get("state_reason").HasValue()) _reason = lastReason;
            Play(one);
        }

        if (!wasClosed || lastClosed >= 0) return;

        // The list of issues alone knows when an issue was closed for the last time, and nothing of what was between.
        _teller.LeaveOut("a closing that is known from the issue alone: earlier closings and reopenings are not");
        (_state, _reason) = ("closed", lastReason);
        TellIssue("closed", "closed", _issue.Record.Get("closed_at"), "closed_at");
    }

    private void Undo(JsonElement one)
    {
        switch (one.Get("event").Text())
        {
            case "labeled":
                _labels.Remove(LabelOf(one));
                break;
            case "unlabeled":
                _labels.Add(LabelOf(one));
                break;
            case "assigned":
                _assignee = null;
                break;
            case "unassigned":
                _assignee = one.Get("assignee", "login").Text();
                break;
            case "renamed":
                _title = one.Get("rename", "from").Text() ?? _title;
                break;
        }
    }

    private void Play(JsonElement one)
    {
        if (IsComment(one))
        {
            _teller.Tell($"{_issue.Place}:comment:{IdOf(one)}", BodyOf("created", IssueAt(one.Get("created_at")), one));
            return;
        }

        var happened = one.Get("event").Text() ?? string.Empty;
        switch (happened)
        {
            case "labeled":
                _labels.Add(LabelOf(one));
                break;
            case "unlabeled":
                _labels.Remove(LabelOf(one));
                break;
            case "assigned":
                _assignee = one.Get("assignee", "login").Text();
                break;
            case "unassigned":
                _assignee = null;
                break;
            case "renamed":
                _title = one.Get("rename", "to").Text() ?? _title;
                happened = "edited";
                break;
            case "closed":
                (_state, _reason) = ("closed", one.Get("state_reason").Text() ?? _reason);
                break;
            case "reopened":
                (_state, _reason) = ("open", null);
                break;
            case "transferred":
                break;
            default:
                _teller.LeaveOut($"'{Texts.OneLine(happened)}' is no event of ours");
                return;
        }

        TellIssue(happened, $"event:{IdOf(one)}", one.Get("created_at"), happened == "closed" ? "closed_at" : null);
    }

    private void TellIssue(string action, string fact, JsonElement time, string? timeField)
    {
        var issue = IssueAt(time);
        if (timeField is not null) issue[timeField] = NodeOf(time);
        _teller.Tell($"{_issue.Place}:{fact}", BodyOf(action, issue, default));
    }

    private JsonObject IssueAt(JsonElement time) => new()
    {
        ["number"] = NodeOf(_issue.Record.Get("number")),
        ["title"] = _title,
        ["user"] = NodeOf(_issue.Record.Get("user")),
        ["labels"] = new JsonArray([.. _labels.Distinct(StringComparer.Ordinal).Select(label => new JsonObject { ["name"] = label })]),
        ["state"] = _state,
        ["state_reason"] = _reason,
        ["assignee"] = _assignee is null ? null : new JsonObject { ["login"] = _assignee },
        ["created_at"] = NodeOf(_issue.Record.Get("created_at")),
        ["updated_at"] = NodeOf(time),
        ["html_url"] = _issue.Record.Get("html_url").Text(),
    };

    private JsonObject BodyOf(string action, JsonObject issue, JsonElement comment)
    {
        var body = new JsonObject
        {
            ["action"] = action,
            ["issue"] = issue,
            ["repository"] = new JsonObject { ["full_name"] = _issue.Place[.._issue.Place.LastIndexOf('#')] },
        };
        if (comment.HasValue()) body["comment"] = NodeOf(comment);
        return body;
    }

    private static string LabelOf(JsonElement one) => one.Get("label", "name").Text() ?? string.Empty;

    /// <summary>A comment of a timeline is an event there, too.</summary>
    private static bool IsComment(JsonElement item) => item.Get("event").Text() is null or "commented";

    /// <summary>With zeros before it: of two in one second the earlier comes first.</summary>
    private static string IdOf(JsonElement item) => (item.Get("id").Text() ?? string.Empty).PadLeft(20, '0');

    private static JsonNode? NodeOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(value.GetRawText());
}
