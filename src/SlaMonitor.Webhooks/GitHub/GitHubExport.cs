using System.Text.Json;
using System.Text.RegularExpressions;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.GitHub;

/// <summary>
/// GitHub's lists of a repository: <c>/issues</c>, <c>/issues/events</c>, <c>/issues/comments</c> and the timelines of issues. An issue
/// is told once all of them are read: which labels it had when follows from what it has now and what was changed.
/// </summary>
internal sealed partial class GitHubExport : ExportReader
{
    private const string PullRequest = "It is about a pull request, which is no ticket.";

    private readonly Dictionary<string, GitHubIssue> _issues = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _pullRequests = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of which issue a page is a timeline: of its items only the comments say so.</summary>
    private readonly Dictionary<int, string> _timelines = [];

    /// <inheritdoc />
    public override IReadOnlyList<string> Lists { get; } = [];

    /// <inheritdoc />
    public override bool Knows(JsonElement item) => IsIssue(item) || IsComment(item) || IsEvent(item);

    /// <inheritdoc />
    public override void Learn(JsonElement item, int page)
    {
        var record = IsIssue(item) ? item : item.Get("issue");
        if (PlaceOf(item) is not { } place) return;

        if (record.Get("pull_request").HasValue()) _pullRequests.Add(place);
        if (IsEvent(item)) _timelines.TryAdd(page, place);
    }

    /// <inheritdoc />
    public override void Read(JsonElement item, int page, ExportTeller teller)
    {
        if ((PlaceOf(item) ?? _timelines.GetValueOrDefault(page)) is not { } place)
        {
            teller.Fail(
                "issue_url",
                "Nothing says which issue this is of. Use /issues/events, or put the timeline into its issue, as timeline.");
            return;
        }

        if (_pullRequests.Contains(place))
        {
            teller.LeaveOut(PullRequest);
            return;
        }

        if (!_issues.TryGetValue(place, out var issue)) _issues[place] = issue = new GitHubIssue(place);
        if (IsIssue(item)) issue.Know(item);
        if (item.Get("issue").HasValue()) issue.Know(item.Get("issue"));
        if (IsComment(item)) issue.AddComment(item);
        else if (IsEvent(item)) issue.AddEvent(item);

        foreach (var one in item.Get("timeline").Items())
        {
            if (one.Get("event").Text() == "commented" && IsComment(one)) issue.AddComment(one);
            else if (IsEvent(one)) issue.AddEvent(one);
        }
    }

    /// <inheritdoc />
    public override void End(ExportTeller teller)
    {
        foreach (var issue in _issues.Values) GitHubIssueStory.Tell(issue, teller);
    }

    /// <summary>What the webhook calls the issue, of whatever names it: <c>acme/support#42</c>.</summary>
    private static string? PlaceOf(JsonElement item)
    {
        foreach (var url in (string?[])
        [
            item.Get("issue", "url").Text(), item.Get("issue_url").Text(), item.Get("html_url").Text(),
            IsIssue(item) ? item.Get("url").Text() : null,
        ])
        {
            if (url is not null && Address().Match(url) is { Success: true } found)
                return $"{found.Groups["repository"].Value}#{found.Groups["number"].Value}";
        }

        return null;
    }

    private static bool IsIssue(JsonElement item) =>
        item.Get("number").HasValue() && item.Get("state").HasValue() && item.Get("title").ValueKind == JsonValueKind.String;

    private static bool IsComment(JsonElement item) =>
        item.Get("user").HasValue() && item.Get("created_at").HasValue() && item.Get("issue_url").HasValue();

    private static bool IsEvent(JsonElement item) => item.Get("event").HasValue();

    [GeneratedRegex(
        "/(repos/)?(?<repository>[^/]+/[^/]+)/(issues|pull)/(?<number>[0-9]{1,12})($|[#?/])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
