using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>
/// Tells the facts of an export in the words of the helpdesk's webhooks, so that one translation decides what they mean.
/// </summary>
/// <param name="translate">The translation of the helpdesk's webhooks.</param>
/// <param name="vocabulary">What its words mean.</param>
/// <param name="now">The present.</param>
internal sealed class ExportTeller(Action<Translator> translate, Vocabulary vocabulary, Instant now)
{
    private readonly List<ExportFact> _facts = [];
    private readonly SortedDictionary<string, long> _leftOut = new(StringComparer.Ordinal);

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>What was left out or is known in part only, and how often.</summary>
    public IReadOnlyDictionary<string, long> LeftOut => _leftOut;

    /// <summary>Counts what does not become an event, or not exactly.</summary>
    /// <param name="reason">Why.</param>
    public void LeaveOut(string reason) => _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;

    /// <summary>Says that an item cannot be taken.</summary>
    public void Fail(string where, string what) => _facts.Add(new ExportFact([], [new EventProblem(where, what)]));

    /// <summary>Tells a fact.</summary>
    /// <param name="id">
    /// What tells it from all others of the helpdesk, and is the same in every export. Of facts of one moment the one whose id comes first
    /// happened first.
    /// </param>
    /// <param name="body">What the webhook would send.</param>
    public void Tell(string id, JsonObject body)
    {
        using var document = JsonDocument.Parse(body.ToJsonString());
        var request = new WebhookRequest(null, FrozenDictionary<string, string>.Empty, default);
        var translator = new Translator(vocabulary, request, document.RootElement, now) { Fact = id };
        translate(translator);
        var delivery = translator.Finish();
        foreach (var notice in delivery.Notices) LeaveOut(ReasonOf(notice));
        if (delivery.Ignored is not null && delivery.Notices.Count == 0) LeaveOut(delivery.Ignored);
        TicketEvent[] events = [.. delivery.Events.Where(told => told.Type != TicketEventType.Unknown)];
        if (events.Length > 0 || delivery.Problems.Count > 0) _facts.Add(new ExportFact(events, delivery.Problems));
    }

    /// <summary>What was told since the last time.</summary>
    public IReadOnlyList<ExportFact> Take()
    {
        ExportFact[] taken = [.. _facts];
        _facts.Clear();
        return taken;
    }

    private static string ReasonOf(Notice notice) => notice.Kind switch
    {
        NoticeKind.UnknownStatus =>
            $"the status '{notice.Word}' is not known and counts as open, or as resolved where it is called done; name it under statuses",
        NoticeKind.UnknownPriority =>
            $"the priority '{notice.Word}' is not known, and the ticket keeps the one it has; name it under priorities",
        NoticeKind.UnknownAuthor =>
            $"nothing says whether '{notice.Word}' is an agent or a customer, so the message is nobody's unless the ticket names them as "
            + "its requester; name agents under staff",
        NoticeKind.UnreadableDue => $"no due time is agreed by '{notice.Word}': it is no date with a time",
        _ => $"'{notice.Word}' is no event of ours",
    };
}
