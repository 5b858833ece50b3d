using NodaTime;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>One open promise on the board, in words.</summary>
public sealed record BoardRow
{
    private const int LongestText = 120;

    /// <summary>How it stands.</summary>
    public required Tone Tone { get; init; }

    /// <summary>The ticket's id.</summary>
    public required string Ticket { get; init; }

    /// <summary>Its title; <c>null</c> where it has none.</summary>
    public required string? Title { get; init; }

    /// <summary>The page of the ticket.</summary>
    public required string Url { get; init; }

    /// <summary>What is promised.</summary>
    public required string Metric { get; init; }

    /// <summary>By which target.</summary>
    public required string Target { get; init; }

    /// <summary>The customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The priority, and whether it is an emergency.</summary>
    public required string Priority { get; init; }

    /// <summary>Who has it: whoever took the promise, or else agent and group.</summary>
    public required string Who { get; init; }

    /// <summary>Until when it is taken; <c>null</c> where nobody has taken it.</summary>
    public required string? Taken { get; init; }

    /// <summary>Takes it; <c>null</c> where somebody has it, or the reader has not said who they are.</summary>
    public required BoardForm? Take { get; init; }

    /// <summary>When it is due; <c>null</c> while a pause leaves that open.</summary>
    public required string? Due { get; init; }

    /// <summary>What is to be known of the clock: that it stands still and until when, what holds it, that it may move.</summary>
    public required string? Note { get; init; }

    /// <summary>What is left; <c>null</c> where nobody can tell.</summary>
    public required Countdown? Left { get; init; }

    /// <summary>Puts a promise into words.</summary>
    internal static BoardRow Of(OpenPromise promise, BoardPage page, Wording wording)
    {
        var (outcome, facts) = (promise.Outcome, promise.Outcome.Facts);
        var zone = promise.Agreement?.TimeZone ?? DateTimeZone.Utc;
        return new BoardRow
        {
            Tone = BoardTone.Of(promise.State, promise.IsAtRisk, wording),
            Ticket = HarmlessText.Of(outcome.TicketId, LongestText),
            Title = HarmlessText.OrNull(facts.Title, LongestText),
            Url = page.Ticket(outcome.TicketId),
            Metric = MetricOf(promise, wording),
            Target = HarmlessText.Of(outcome.TargetId, LongestText),
            Customer = HarmlessText.OrNull(facts.Customer, LongestText) ?? wording.Labels.None,
            Priority = facts.Emergency ? $"{wording.Of(facts.Priority)}, {wording.Labels.Emergency}" : wording.Of(facts.Priority),
            Who = HarmlessText.OrNull(promise.Taken?.By ?? facts.Assignee ?? facts.Group, LongestText) ?? wording.Labels.None,
            Taken = promise.Taken is { } taken ? wording.TakenBy(HarmlessText.Of(taken.By, LongestText), taken.Until.InZone(zone)) : null,
            Take = page.IsWall || page.Frame.Name is null || !page.Frame.MayAct || promise.Taken is not null
                ? null
                : new TakeForms(page.Frame, page.TakeUrl, page.Here).Take(
                    outcome.TicketId, outcome.ClockId,
                    $"{HarmlessText.Of(outcome.TicketId, LongestText)}, {MetricOf(promise, wording)}"),
            Due = outcome.DueAt is { } due ? wording.Of(due.InZone(zone)) : null,
            Note = NoteOf(promise, wording, zone),
            Left = Countdown.Of(promise),
        };
    }

    /// <summary>A metric, as mails call it.</summary>
    private static string MetricOf(OpenPromise promise, Wording wording)
    {
        var name = promise.Outcome.Metric;
        var metric = promise.Target?.Metric ?? Core.Agreements.Metric.FindBuiltIn(name);
        return HarmlessText.Of(metric is null ? name : wording.Of(metric), LongestText);
    }

    private static string? NoteOf(OpenPromise promise, Wording wording, DateTimeZone zone)
    {
        if (promise.Outcome.HeldBy is { } status) return wording.Board.HeldBy(wording.Of(status));
        if (!promise.IsCounting && promise.ChangesAt is { } opens) return wording.Board.ClosedUntil(wording.Of(opens.InZone(zone)));
        return promise.Outcome.IsProvisional ? wording.Labels.Provisional : null;
    }
}
