using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Monitoring.Notification.Contents;
using SlaMonitor.Monitoring.Notification.Languages;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Everything that an alert says, in words, ready for the templates: both forms of the mail are made of this one model.</summary>
public sealed record AlertModel
{
    private const int MostSpans = 6;
    private const int LongestText = 200;

    /// <summary>The language's words.</summary>
    public required Wording Wording { get; init; }

    /// <summary>The first sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>Whether the promise is broken.</summary>
    public required bool IsBreach { get; init; }

    /// <summary>The ticket's id.</summary>
    public required string TicketId { get; init; }

    /// <summary>The ticket's title.</summary>
    public required string? Title { get; init; }

    /// <summary>Where the ticket is opened.</summary>
    public required string? Url { get; init; }

    /// <summary>The customer.</summary>
    public required string? Customer { get; init; }

    /// <summary>The priority.</summary>
    public required string Priority { get; init; }

    /// <summary>Who has the ticket.</summary>
    public required string? Assignee { get; init; }

    /// <summary>What is promised.</summary>
    public required string Promise { get; init; }

    /// <summary>Which target of which agreement promises it.</summary>
    public required string Clause { get; init; }

    /// <summary>When it is due, in the reader's zone.</summary>
    public required string? Due { get; init; }

    /// <summary>The reader's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>Whether the due time may still move.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>The label of <see cref="Balance"/>: left, or over by.</summary>
    public required string BalanceLabel { get; init; }

    /// <summary>How much is left, or over.</summary>
    public required string Balance { get; init; }

    /// <summary>The open time counted.</summary>
    public required string Elapsed { get; init; }

    /// <summary>What was counted, a line each.</summary>
    public required IReadOnlyList<string> Counted { get; init; }

    /// <summary>When the clock was held, a line each.</summary>
    public required IReadOnlyList<string> Held { get; init; }

    /// <summary>What was excluded, a line each.</summary>
    public required IReadOnlyList<string> Excluded { get; init; }

    /// <summary>Who else is told.</summary>
    public required string? AlsoTold { get; init; }

    /// <summary>Why this reader is told.</summary>
    public required string Because { get; init; }

    /// <summary>Where the reader takes the promise; <c>null</c> where there is nothing to take.</summary>
    public required string? TakeUrl { get; init; }

    /// <summary>Who has taken it, and until when.</summary>
    public required string? TakenBy { get; init; }

    /// <summary>Who could not be reached, and why.</summary>
    public required string? Unreached { get; init; }

    /// <summary>Puts an explanation into words for a reader.</summary>
    public static AlertModel Of(Reader reader, MailItem item)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(item);

        var wording = Wording.For(reader.Language);
        var zone = reader.TimeZone;
        var explanation = item.Explanation;
        var clock = explanation.Clock;
        var over = explanation.Remaining < BusinessDuration.Zero;

        return new AlertModel
        {
            Wording = wording,
            Headline = wording.Headline(explanation),
            IsBreach = explanation.State == ClockState.Breached,
            TicketId = HarmlessText.Of(clock.Ticket.Id, LongestText),
            Title = Shown(clock.Ticket.Title),
            Url = clock.Ticket.Url?.AbsoluteUri,
            Customer = Shown(clock.Ticket.Customer),
            Priority = wording.Of(clock.Ticket.Priority),
            Assignee = Shown(clock.Ticket.Assignee),
            Promise = wording.Promise(clock.Target),
            Clause = $"{clock.Agreement.Id} v{clock.Agreement.Version} · {clock.Target.Id}",
            Due = clock.DueAt is { } due ? wording.Of(due.InZone(zone)) : null,
            Zone = zone.Id,
            IsProvisional = clock.IsProvisional,
            BalanceLabel = over ? wording.Labels.Over : wording.Labels.Left,
            Balance = wording.Of(over ? -explanation.Remaining : explanation.Remaining),
            Elapsed = wording.Of(explanation.Elapsed),
            Counted = Spans(explanation.Counted, wording, zone),
            Held = [.. explanation.Held.Select(held => $"{Range(held.From, held.To, wording, zone)} ({wording.Of(held.HeldBy!.Value)})")],
            Excluded = [.. explanation.Exclusions.Select(e => $"{Range(e.Span.Start, e.Span.End, wording, zone)} ({e.Reason}, {e.ApprovedBy})")],
            AlsoTold = item.AlsoTold.Count == 0 ? null : string.Join(", ", item.AlsoTold),
            Because = wording.Because(item.Because, item.Moment),
            TakeUrl = item.AcknowledgeUrl?.AbsoluteUri,
            TakenBy = item.AcknowledgedBy is { } taken ? $"{taken.By} – {wording.Of(taken.Until.InZone(zone))}" : null,
            Unreached = item.Unreached is { } lost ? Shown($"{lost.Address} {lost.Reason}") : null,
        };
    }

    private static string? Shown(string? text) => text is not null && HarmlessText.Of(text, LongestText) is { Length: > 0 } shown ? shown : null;

    private static List<string> Spans(IReadOnlyList<CountedSpan> spans, Wording wording, DateTimeZone zone)
    {
        var shown = spans.Skip(Math.Max(0, spans.Count - MostSpans)).Select(span => $"{Range(span.From, span.To, wording, zone)} = {wording.Of(span.Length)}").ToList();
        var hidden = spans.Count - shown.Count;
        if (hidden > 0) shown.Insert(0, wording.EarlierSpans(hidden, spans.Take(hidden).Aggregate(BusinessDuration.Zero, (sum, span) => sum + span.Length)));

        return shown;
    }

    private static string Range(Instant from, Instant? to, Wording wording, DateTimeZone zone)
    {
        var start = from.InZone(zone);
        if (to?.InZone(zone) is not { } end) return $"{wording.Of(start)} –";

        return end.Date == start.Date
            ? $"{wording.Of(start)}–{end.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}"
            : $"{wording.Of(start)} – {wording.Of(end)}";
    }
}
