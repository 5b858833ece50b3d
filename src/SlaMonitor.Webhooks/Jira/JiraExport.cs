using System.Text.Json;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Jira;

/// <summary>Jira's issues as its search answers them, with their change logs (<c>expand=changelog</c>) and comments.</summary>
internal sealed class JiraExport : ExportReader
{
    private readonly Dictionary<string, string> _categories = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override IReadOnlyList<string> Lists { get; } = ["issues"];

    /// <inheritdoc />
    public override bool Knows(JsonElement item) => item.Get("fields").ValueKind == JsonValueKind.Object && item.Get("key").HasValue();

    /// <summary>A change log names statuses without their categories: those of the other issues are the same.</summary>
    public override void Learn(JsonElement item, int page)
    {
        var status = item.Get("fields").Get("status");
        if (status.Get("name").Text() is { } name && status.Get("statusCategory", "key").Text() is { } category)
            _categories[name] = category;
    }

    /// <inheritdoc />
    public override void Read(JsonElement item, int page, ExportTeller teller)
    {
        if (item.Get("id").Text() is null)
        {
            teller.Fail("id", "An issue without its id says nothing; export the whole issue.");
            return;
        }

        new JiraIssueStory(item, _categories, teller).Tell();
    }
}
