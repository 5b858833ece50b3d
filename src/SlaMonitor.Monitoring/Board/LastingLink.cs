namespace SlaMonitor.Monitoring.Board;

/// <summary>What a lasting link shows.</summary>
/// <param name="Kind">What it is a link to: what one kind has been signed for, no other takes.</param>
/// <param name="Subject">Of what: a ticket, an agreement.</param>
/// <param name="Part">Which part of it; empty for the whole.</param>
public sealed record LastingLink(string Kind, string Subject, string Part = "")
{
    /// <summary>The calendar of a rotation: an agreement and its contact.</summary>
    public const string Calendar = "calendar";

    /// <summary>The badge of a ticket.</summary>
    public const string Badge = "badge";

    /// <summary>The shifts of one person in a rotation, to be swapped: an agreement, its contact and the person's address.</summary>
    public const string Shifts = "shifts";
}
