using NodaTime;

namespace SlaMonitor.Cli.Replaying.Mails;

/// <summary>A line of an event of a ticket of which somebody is told.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Number">The line's number, which decides between two of the same moment.</param>
/// <param name="IsLast">Whether it is the last event of its ticket.</param>
/// <param name="Line">The line; valid until the next is asked for.</param>
internal readonly record struct ToldLine(Instant Time, int Number, bool IsLast, ReadOnlyMemory<byte> Line);
