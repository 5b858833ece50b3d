using System.Globalization;
using System.Text.Json;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Webhooks.Zendesk;

/// <summary>
/// One update of a ticket, from its audits or from the incremental export of ticket events, which has the same in another form.
/// </summary>
internal sealed record ZendeskAudit
{
    /// <summary>What we understand of a ticket, in Zendesk's names.</summary>
    private static readonly string[] Known =
    [
        "status", "priority", "subject", "organization_id", "type", "tags", "group_id", "assignee_id", "requester_id", "satisfaction_score",
    ];

    /// <summary>Its id, with zeros before it: of two updates in one second the earlier comes first.</summary>
    public required string Id { get; init; }

    public required string? Ticket { get; init; }

    public required string? Time { get; init; }

    /// <summary>Whether the ticket came into being by it.</summary>
    public required bool IsCreation { get; init; }

    /// <summary>Whether it is a part of a merging.</summary>
    public required bool IsMerge { get; init; }

    /// <summary>What it set, by field.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }

    /// <summary>The status before it, where it changed that.</summary>
    public required string? StatusBefore { get; init; }

    /// <summary>Its messages: number, author, and whether the customer sees them.</summary>
    public required IReadOnlyList<(int Number, string? Author, bool? IsPublic)> Comments { get; init; }

    /// <summary>How many changes of fields it has that we do not know.</summary>
    public required int OtherFields { get; init; }

    public static ZendeskAudit Of(JsonElement item)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var comments = new List<(int, string?, bool?)>();
        var (isCreation, others, number) = (false, 0, 0);
        string? before = null;
        var author = item.Get("author_id").Text() ?? item.Get("updater_id").Text();
        foreach (var one in item.Get("events").Items().Concat(item.Get("child_events").Items()))
        {
            number++;
            switch (one.Get("event_type").Text() ?? one.Get("type").Text())
            {
                case "Create" or "Change":
                    var isNew = (one.Get("event_type").Text() ?? one.Get("type").Text()) == "Create";
                    isCreation |= isNew;
                    if (!AddFields(one, fields)) others++;
                    else if (!isNew && fields.ContainsKey("status") && IsOf(one, "status")) before = one.Get("previous_value").Text();
                    break;
                case "Comment" or "VoiceComment":
                    comments.Add((number, one.Get("author_id").Text() ?? author, (Has(one, "public") ?? Has(one, "comment_public"))));
                    break;
                case "SatisfactionRating":
                    fields["satisfaction_score"] = one.Get("score");
                    break;
                default:
                    // What was sent, and to whom, says nothing of the ticket.
                    break;
            }
        }

        var id = item.Get("id").Text() ?? string.Empty;
        return new ZendeskAudit
        {
            Id = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? id.PadLeft(20, '0') : id,
            Ticket = item.Get("ticket_id").Text(),
            Time = item.Get("created_at").Text() ?? item.Get("timestamp").Text(),
            IsCreation = isCreation,
            IsMerge = item.Get("via", "source").Get("rel").Text() == "merge",
            Fields = fields,
            StatusBefore = before,
            Comments = comments,
            OtherFields = others,
        };
    }

    /// <summary>Audits name the field that was set; ticket events have it under its own name.</summary>
    private static bool AddFields(JsonElement one, Dictionary<string, JsonElement> fields)
    {
        if (one.Get("field_name").Text() is { } named)
        {
            if (!Known.Contains(named, StringComparer.Ordinal)) return false;

            fields[named] = Property(one, "value");
            return true;
        }

        var any = false;
        foreach (var name in Known.Where(name => IsOf(one, name)))
        {
            fields[name] = Property(one, name);
            any = true;
        }

        return any;
    }

    private static bool IsOf(JsonElement one, string field) => one.Get("field_name").Text() is { } named
        ? named == field
        : one.TryGetProperty(field, out var value)
            && (field != "type" || value.Text() is not ("Create" or "Change" or "Comment" or "VoiceComment"));

    private static JsonElement Property(JsonElement one, string name) => one.TryGetProperty(name, out var value) ? value : default;

    private static bool? Has(JsonElement one, string name) => one.Get(name).Flag();
}
