using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Pages;

/// <summary>Everything that the page behind an acknowledge link says, in words, ready for its template.</summary>
public sealed record AcknowledgeModel
{
    private const int MostShown = 20;
    private const int LongestText = 200;

    /// <summary>The language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The language's words.</summary>
    public required Labels Words { get; init; }

    /// <summary>How it stands.</summary>
    public required Tone Tone { get; init; }

    /// <summary>The first sentence.</summary>
    public required string Heading { get; init; }

    /// <summary>What the reader should know or do.</summary>
    public required string Advice { get; init; }

    /// <summary>The reader's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>The promises.</summary>
    public required IReadOnlyList<ShownPromise> Promises { get; init; }

    /// <summary>How many more there are; <c>null</c> where all are shown.</summary>
    public required string? More { get; init; }

    /// <summary>What stands on the button.</summary>
    public required string Button { get; init; }

    /// <summary>Where the button posts to; <c>null</c> where there is nothing to take.</summary>
    public required string? ActionUrl { get; init; }

    /// <summary>Puts a page into words.</summary>
    public static AcknowledgeModel Of(AcknowledgePage page)
    {
        ArgumentNullException.ThrowIfNull(page);

        var wording = Wording.For(page.Language);
        var about = page.Promises;
        var takeable = about.Count(promise => promise.State == AcknowledgeState.Open);
        var justTaken = about.Count(promise => promise.JustTaken);
        return new AcknowledgeModel
        {
            Language = wording.Language,
            Words = wording.Labels,
            Tone = ToneOf(page, wording),
            Heading = HeadingOf(page, takeable, justTaken, wording.Page),
            Advice = AdviceOf(page, wording),
            Zone = page.TimeZone.Id,
            Promises = [.. about.Take(MostShown).Select(promise => Shown(promise, page, wording))],
            More = about.Count > MostShown ? wording.AndMore(about.Count - MostShown) : null,
            Button = wording.Page.Take(Math.Max(1, takeable)),
            ActionUrl = page.ActionUrl,
        };
    }

    private static Tone ToneOf(AcknowledgePage page, Wording wording) => page.State switch
    {
        AcknowledgeState.Taken when page.JustTaken => Tone.Clear(wording.Labels.Acknowledged),
        AcknowledgeState.Taken => Tone.Quiet(wording.Labels.Acknowledged),
        AcknowledgeState.Open => Tone.Of(Worst(page), wording),
        AcknowledgeState.Done when page.Promises.Count > 0 => Tone.Of(Worst(page), wording),
        _ => Tone.Quiet("SLA"),
    };

    private static ClockState Worst(AcknowledgePage page) =>
        page.Promises.Select(promise => promise.Explanation.State).OrderBy(state => state == ClockState.Breached ? 0 : 1).First();

    private static string HeadingOf(AcknowledgePage page, int takeable, int justTaken, PageWords words) => page.State switch
    {
        AcknowledgeState.Open => words.Question(takeable),
        AcknowledgeState.Taken when page.JustTaken => words.JustTaken(justTaken, page.Promises.Count),
        AcknowledgeState.Taken => words.AlreadyTaken(page.Promises.Count),
        AcknowledgeState.Done => words.Done,
        AcknowledgeState.Expired => words.Expired,
        _ => words.Invalid,
    };

    private static string AdviceOf(AcknowledgePage page, Wording wording)
    {
        var until = page.Promises.Where(promise => promise.JustTaken || promise.State == AcknowledgeState.Open)
            .Select(promise => promise.Until)
            .Min();
        return page.State switch
        {
            AcknowledgeState.Open => wording.Page.Effect(Moment(until, page, wording)),
            AcknowledgeState.Taken when page.JustTaken => wording.Page.Next(Moment(until, page, wording)),
            AcknowledgeState.Expired => wording.Page.ExpiredAdvice,
            AcknowledgeState.Invalid => wording.Page.InvalidAdvice,
            _ => string.Empty,
        };
    }

    private static ShownPromise Shown(PagePromise promise, AcknowledgePage page, Wording wording)
    {
        var clock = promise.Explanation.Clock;
        return new ShownPromise(
            ShownTicket.Of(clock.Ticket, LongestText),
            wording.Headline(promise.Explanation),
            clock.DueAt is { } due ? Moment(due, page, wording) : null,
            promise.State == AcknowledgeState.Taken && !promise.JustTaken
                ? wording.Page.TakenSince(
                    promise.By ?? wording.Labels.None,
                    Moment(promise.At, page, wording),
                    Moment(promise.Until, page, wording))
                : null);
    }

    private static string Moment(Instant? at, AcknowledgePage page, Wording wording) =>
        at is { } instant ? wording.Of(instant.InZone(page.TimeZone)) : string.Empty;
}
