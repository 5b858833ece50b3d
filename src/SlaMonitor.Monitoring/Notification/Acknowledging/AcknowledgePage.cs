using NodaTime;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>What the page behind an acknowledge link shows.</summary>
public sealed record AcknowledgePage
{
    /// <summary>How it stands.</summary>
    public required AcknowledgeState State { get; init; }

    /// <summary>How the promise stands; ticket and title hang on its clock. <c>null</c> where the link is good for nothing.</summary>
    public ClockExplanation? Explanation { get; init; }

    /// <summary>Who has the link: whom an acknowledgement will name.</summary>
    public string? Recipient { get; init; }

    /// <summary>Who took it, for <see cref="AcknowledgeState.Taken"/>.</summary>
    public string? By { get; init; }

    /// <summary>When they took it.</summary>
    public Instant? At { get; init; }

    /// <summary>Until when the later steps stay quiet: as taken, or as it would be if it were taken now.</summary>
    public Instant? Until { get; init; }

    /// <summary>Whether this very request took it.</summary>
    public bool JustTaken { get; init; }

    /// <summary>The promises behind the link.</summary>
    public IReadOnlyList<PagePromise> Promises =>
        Explanation is null ? [] : [new PagePromise { State = State, Explanation = Explanation, By = By, At = At, Until = Until, JustTaken = JustTaken }];

    /// <summary>The language of the page, as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The zone that the reader reads times in.</summary>
    public DateTimeZone TimeZone { get; init; } = DateTimeZone.Utc;

    /// <summary>Where the button posts to, relative to the page itself, for <see cref="AcknowledgeState.Open"/>.</summary>
    public string? ActionUrl { get; init; }
}
