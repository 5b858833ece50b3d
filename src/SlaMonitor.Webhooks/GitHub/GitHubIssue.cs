using System.Text.Json;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Webhooks.GitHub;

/// <summary>What the lists of a repository say of one issue.</summary>
/// <param name="place">Repository and number: <c>acme/support#42</c>.</param>
internal sealed class GitHubIssue(string place)
{
    private readonly Dictionary<string, JsonElement> _comments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _events = new(StringComparer.Ordinal);

    public string Place => place;

    /// <summary>The issue as it was last seen; undefined where it is in none of the lists.</summary>
    public JsonElement Record { get; private set; }

    public IEnumerable<JsonElement> Comments => _comments.Values;

    public IEnumerable<JsonElement> Events => _events.Values;

    public void Know(JsonElement record)
    {
        var updated = record.Get("updated_at").Text();
        if (string.CompareOrdinal(updated, Record.Get("updated_at").Text()) >= 0) Record = Without(record);
    }

    public void AddComment(JsonElement comment) => _comments[comment.Get("id").Text() ?? comment.GetRawText()] = Without(comment);

    public void AddEvent(JsonElement one) => _events[one.Get("id").Text() ?? one.GetRawText()] = Without(one);

    /// <summary>Without what is long and says nothing to us; all issues of a repository are in memory.</summary>
    private static JsonElement Without(JsonElement item)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var property in item.EnumerateObject().Where(property => IsKept(property.Name)))
                property.WriteTo(writer);

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private static bool IsKept(string name) => name is not ("body" or "timeline" or "issue" or "reactions" or "performed_via_github_app"
        or "body_html" or "body_text" or "milestone" or "assignees" or "repository");
}
