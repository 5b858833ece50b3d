using NodaTime;

namespace SlaMonitor.Mails.Pages;

/// <summary>What the page behind an acknowledge link shows: one promise, or all of a mail.</summary>
public sealed record AcknowledgePage
{
    /// <summary>How it stands: open if any promise is, taken if none is open and any is taken, done if there is nothing to take.</summary>
    public required AcknowledgeState State { get; init; }

    /// <summary>The promises; none where the link is good for nothing.</summary>
    public IReadOnlyList<PagePromise> Promises { get; init; } = [];

    /// <summary>Who has the link: whom an acknowledgement will name.</summary>
    public string? Recipient { get; init; }

    /// <summary>The language of the page, as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The zone that the reader reads times in.</summary>
    public DateTimeZone TimeZone { get; init; } = DateTimeZone.Utc;

    /// <summary>Where the button posts to, relative to the page itself, for <see cref="AcknowledgeState.Open"/>.</summary>
    public string? ActionUrl { get; init; }

    /// <summary>Whether this very request took a promise.</summary>
    public bool JustTaken => Promises.Any(promise => promise.JustTaken);
}
