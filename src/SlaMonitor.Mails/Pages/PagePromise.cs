using NodaTime;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Mails.Pages;

/// <summary>One promise behind an acknowledge link.</summary>
public sealed record PagePromise
{
    /// <summary>How it stands: open, taken or done.</summary>
    public required AcknowledgeState State { get; init; }

    /// <summary>How the promise stands; ticket and title hang on its clock.</summary>
    public required ClockExplanation Explanation { get; init; }

    /// <summary>Who took it, for <see cref="AcknowledgeState.Taken"/>.</summary>
    public string? By { get; init; }

    /// <summary>When they took it.</summary>
    public Instant? At { get; init; }

    /// <summary>Until when the later steps stay quiet: as taken, or as it would be if it were taken now.</summary>
    public Instant? Until { get; init; }

    /// <summary>Whether this very request took it.</summary>
    public bool JustTaken { get; init; }
}
