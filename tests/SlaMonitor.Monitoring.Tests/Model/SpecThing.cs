namespace SlaMonitor.Monitoring.Tests.Model;

/// <summary>One thing that a person is to be told.</summary>
/// <param name="Ticket">Of which ticket.</param>
/// <param name="Key">Which step of which promise.</param>
/// <param name="Who">Whom.</param>
/// <param name="What">What, in words.</param>
/// <param name="Ready">Since when nothing holds it back but a mail.</param>
/// <param name="Since">Since when it waits.</param>
internal sealed record SpecThing(SpecTicket Ticket, string Key, string Who, string What, double Ready, double Since)
{
    /// <summary>When the promise is due, of a warning.</summary>
    public int? Due { get; init; }

    /// <summary>Whether it never waits.</summary>
    public bool IsPressing { get; init; }

    /// <summary>Whether quiet hours would hold it back; <c>null</c> where none do.</summary>
    public Func<double, bool>? IsQuietAt { get; init; }
}
