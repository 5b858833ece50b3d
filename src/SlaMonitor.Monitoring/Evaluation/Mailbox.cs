using NodaTime;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>What is remembered of one person's mails, to group them over time.</summary>
/// <param name="LastMail">When the last one was ordered; <c>null</c> where none is known.</param>
/// <param name="Waiting">
/// The tickets of which something may wait for the next one. It may lack some, which then come when their own wait is over, and name some
/// of which nothing waits any more.
/// </param>
internal sealed record Mailbox(Instant? LastMail, IReadOnlyList<string> Waiting)
{
    /// <summary>That of somebody whom nobody has told anything yet.</summary>
    public static Mailbox Empty { get; } = new(null, []);
}
