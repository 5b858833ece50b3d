using System.Collections.Frozen;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>What a kind translates with: the body, what its words mean, and a place for the events.</summary>
internal sealed class Translator(Vocabulary vocabulary, WebhookRequest request, JsonElement body, Instant now)
{
    private readonly List<TicketEvent> _events = [];
    private readonly List<EventProblem> _problems = [];
    private readonly Clipping _clipping = new();
    private readonly List<Notice> _notices = [];
    private string? _ignored;
    private bool _isUnsupportedMediaType;

    public JsonElement Body => body;

    public Vocabulary Vocabulary => vocabulary;

    public WebhookRequest Request => request;

    public Instant Now => now;

    /// <summary>What tells the fact that an export states from all others of the helpdesk; <c>null</c> for what was sent.</summary>
    public string? Fact { get; init; }

    /// <summary>An id from the bytes that were sent, or of the fact. Never from headers: nobody signs those.</summary>
    public string Fingerprint(string? salt = null) => Fact is null
        ? Reading.Fingerprint.Of(request.Body.Span, salt)
        : salt is null ? Fact : $"{Fact}:{salt}";

    public Instant? Time(JsonElement element) => VendorTime.Read(element, vocabulary.Zone);

    /// <summary>What a helpdesk's status is to us; an unknown one counts as <paramref name="otherwise"/>, and loudly.</summary>
    public TicketStatus? Status(string? word, TicketStatus otherwise = TicketStatus.Open)
    {
        if (word is null || vocabulary.IsDeleted(word)) return null;
        if (vocabulary.Statuses.TryGetValue(word, out var status)) return status;

        Notice(NoticeKind.UnknownStatus, word);
        return otherwise;
    }

    /// <summary>What a helpdesk's priority is to us; an unknown one is not said, and loudly.</summary>
    public TicketPriority? Priority(string? word)
    {
        if (word is null) return null;
        if (vocabulary.Priorities.TryGetValue(word, out var priority)) return priority;

        Notice(NoticeKind.UnknownPriority, word);
        return null;
    }

    /// <summary>What happened to a ticket whose status is a word of the helpdesk's now.</summary>
    /// <param name="word">The word; <c>null</c> where it does not say.</param>
    /// <param name="status">What it is to us.</param>
    /// <param name="wasDone">Whether the ticket was settled before.</param>
    public TicketEventType Happened(string? word, TicketStatus? status, bool wasDone = false) =>
        vocabulary.IsDeleted(word) ? TicketEventType.Deleted : Happening.Of(status, wasDone);

    /// <summary>Somebody's names, without those that are not given; <c>null</c> where none is.</summary>
    public static IReadOnlyList<string>? Names(params ReadOnlySpan<string?> names)
    {
        List<string>? given = null;
        foreach (var name in names)
        {
            if (name is { Length: > 0 } && given?.Contains(name, StringComparer.OrdinalIgnoreCase) != true) (given ??= []).Add(name);
        }

        return given;
    }

    /// <summary>
    /// A time as a part of an id, to the millisecond and beyond: two changes in one second are two. <c>null</c> where there is none.
    /// </summary>
    public static string? Stamp(Instant? time) => time is { } at ? InstantPattern.ExtendedIso.Format(at) : null;

    /// <summary>When a ticket was created, where that can be: one that would come after what happened to the ticket says nothing.</summary>
    public static Instant? CreationBefore(Instant? happened, Instant? createdAt) => createdAt > happened ? null : createdAt;

    /// <summary>Whether somebody is one of these, by name.</summary>
    public static bool IsOneOf(IReadOnlyList<string>? people, params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (name is not null && people?.Contains(name, StringComparer.OrdinalIgnoreCase) == true) return true;
        }

        return false;
    }

    /// <summary>Notes what was understood only in part, once, though several events may say it.</summary>
    public void Notice(NoticeKind kind, string word)
    {
        var notice = new Notice(kind, Texts.OneLine(word));
        if (!_notices.Contains(notice)) _notices.Add(notice);
    }

    /// <summary>Notes that nobody can say who wrote.</summary>
    public Actor? UnknownAuthor(string? who)
    {
        Notice(NoticeKind.UnknownAuthor, who ?? string.Empty);
        return null;
    }

    public void Fail(string where, string what) => _problems.Add(new EventProblem(where, what));

    /// <summary>The request is none of our business, and no mistake.</summary>
    public void Ignore(string why) => _ignored = why;

    /// <summary>Records an event of which we know nothing, on its ticket; or passes it over where it has none.</summary>
    public void AddUnknown(string? ticket, string id, Instant? time, string typeName)
    {
        Notice(NoticeKind.UnknownEvent, typeName);
        if (ticket is null) Ignore($"'{Texts.OneLine(typeName)}' is not about a ticket.");
        else Add(ticket, id, time ?? now, TicketEventType.Unknown, typeName, TicketChange.None);
    }

    /// <summary>Adds an event.</summary>
    /// <param name="ticket">The ticket, as the helpdesk calls it.</param>
    /// <param name="id">What tells the event from all others of the connection; a repeat has the same.</param>
    /// <param name="time">When it happened.</param>
    /// <param name="type">What happened.</param>
    /// <param name="typeName">What happened, in the helpdesk's words.</param>
    /// <param name="change">What it says of the ticket.</param>
    /// <param name="told">Where the connection's fields are looked up; the body where it is not said.</param>
    public void Add(
        string? ticket, string? id, Instant? time, TicketEventType type, string typeName, TicketChange change, JsonElement? told = null)
    {
        if (time is null) Fail("time", "The time at which this happened is missing, or is no time: write it as 2026-05-04T09:15:30Z.");

        if (change.CreatedAt is { } createdAt)
            change = change with { CreatedAt = EventRules.CreatedAt("createdAt", createdAt, time ?? now, _problems) };

        EventRules.Name("ticket", ticket, "the ticket's id", _problems);
        _events.Add(new TicketEvent
        {
            TicketId = EventRules.Name("ticket", vocabulary.TicketIdOf(ticket ?? string.Empty), "the ticket's id", _problems),
            Source = vocabulary.Source,
            Id = EventRules.Name("id", id, "what tells the event from others", _problems),
            Time = EventRules.Time("time", time ?? now, now, _problems),
            Type = type,
            TypeName = Texts.OneLine(typeName),
            Change = type == TicketEventType.Unknown ? TicketChange.None : Complete(change, ticket, told ?? body),
        });
    }

    /// <summary>
    /// Adds that a ticket came back that was gone. Where it was settled before it went, it is settled again: a second event says so.
    /// </summary>
    public void AddReturn(string? ticket, string id, Instant? time, string typeName, TicketChange change)
    {
        Add(ticket, id, time, TicketEventType.Reopened, typeName, change);
        if (change.Status.IsDone()) Add(ticket, id + ":status", time, Happening.Of(change.Status, wasDone: false), typeName, change);
    }

    /// <summary>Adds what another reader has made of the request.</summary>
    public void Add(Delivery delivery, Func<TicketEvent, TicketEvent> own)
    {
        _problems.AddRange(delivery.Problems);
        _clipping.Add(delivery.Clipped);
        _isUnsupportedMediaType = delivery.IsUnsupportedMediaType;
        foreach (var told in delivery.Events.Select(own))
        {
            EventRules.Name("ticket", told.TicketId, "the ticket's id", _problems);
            if (told.Type == TicketEventType.Unknown) Notice(NoticeKind.UnknownEvent, told.TypeName);
            _events.Add(told.Type == TicketEventType.Unknown ? told with { Change = TicketChange.None } : told);
        }

        if (_problems.Count == 0 && _events.Count == 0) Ignore("The batch is empty.");
    }

    public HelpdeskDelivery Finish() => _problems.Count > 0
        ? new HelpdeskDelivery
        {
            Problems = [.. _problems.Distinct()],
            Notices = _notices,
            IsUnsupportedMediaType = _isUnsupportedMediaType,
        }
        : new HelpdeskDelivery
        {
            Events = _events,
            Notices = _notices,
            Ignored = _events.Count == 0 ? _ignored : null,
            Clipped = _clipping.Count,
        };

    private TicketChange Complete(TicketChange change, string? ticket, JsonElement told)
    {
        foreach (var field in vocabulary.Fields) change = With(change, field, told);

        return WithDues(told, change with
        {
            Title = _clipping.Clip(change.Title, Clipping.LongestTitle),
            Url = change.Url ?? UrlOf(ticket ?? string.Empty),
            Customer = _clipping.Clip(vocabulary.Customer ?? Named(vocabulary.Customers, change.Customer)),
            Category = _clipping.Clip(change.Category),
            Tags = _clipping.Tags(change.Tags),
            Group = _clipping.Clip(Named(vocabulary.Groups, change.Group)),
            Assignee = _clipping.Clip(Named(vocabulary.Agents, change.Assignee)),
            Agent = _clipping.Clip(Named(vocabulary.Agents, change.Agent)),
            Author = _clipping.Clip(change.Author),
            Requesters = _clipping.Tags(change.Requesters),
        });
    }

    /// <summary>What the fields of agreed due times hold now: the ticket knows what they held before, and whether that is news.</summary>
    private TicketChange WithDues(JsonElement told, TicketChange change)
    {
        List<DueTold>? dues = null;
        foreach (var field in vocabulary.Fields)
        {
            if (field.Meaning == FieldMeaning.AgreedDue && DueField.Read(this, field, told, change) is { } due) (dues ??= []).Add(due);
        }

        return dues is null ? change : change with { DuesTold = dues };
    }

    private Uri? UrlOf(string ticket) =>
        EventRules.Link(vocabulary.TicketUrl?.Replace("{id}", Uri.EscapeDataString(ticket), StringComparison.Ordinal));

    private TicketChange With(TicketChange change, CustomField field, JsonElement told)
    {
        var value = field.In(told);
        if (field is { Meaning: FieldMeaning.Free, Name: { } free }) return WithFree(change, free, value);
        if (!value.HasValue() || field.Meaning == FieldMeaning.AgreedDue) return change;

        var text = TextOf(value);
        return field.Meaning switch
        {
            FieldMeaning.Customer => change with { Customer = text ?? change.Customer },
            FieldMeaning.Category => change with { Category = text ?? change.Category },
            FieldMeaning.Group => change with { Group = text ?? change.Group },
            FieldMeaning.Assignee => change with { Assignee = text ?? change.Assignee },
            FieldMeaning.Emergency => change with { Emergency = value.Flag() ?? value.Get("value").Flag() ?? change.Emergency },
            FieldMeaning.Priority => change with { Priority = Priority(text) ?? change.Priority },
            _ => change with { Status = Status(text) ?? change.Status },
        };
    }

    /// <summary>What is not in the body changes nothing; nothing (<c>null</c>, an empty text or list) clears the field.</summary>
    private TicketChange WithFree(TicketChange change, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) return change;

        var text = value.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => _clipping.Clip(TextOf(value)) ?? string.Empty,
        };
        var others = change.Fields ?? FrozenDictionary<string, string>.Empty;
        return change with { Fields = new Dictionary<string, string>(others, StringComparer.OrdinalIgnoreCase) { [name] = text } };
    }

    /// <summary>A text, or what helpdesks put around one: a value or name of an option, the first of a list.</summary>
    private static string? TextOf(JsonElement value) =>
        value.Text() ?? value.Get("value").Text() ?? value.Get("name").Text() ?? value.Items().FirstOrDefault() switch
        {
            { ValueKind: JsonValueKind.Object } option => option.Get("value").Text() ?? option.Get("name").Text(),
            var first => first.Text(),
        };

    private static string? Named(FrozenDictionary<string, string> names, string? theirs) =>
        theirs is not null && names.TryGetValue(theirs, out var ours) ? ours : theirs;
}
