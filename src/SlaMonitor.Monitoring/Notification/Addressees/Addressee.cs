using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Monitoring.Notification.Addressees;

/// <summary>Somebody who is to be told.</summary>
/// <param name="Address">The address.</param>
/// <param name="Because">The word of the agreement that stands for them: <c>assignee</c>, <c>on-call</c>.</param>
/// <param name="Language">The language that they read.</param>
/// <param name="TimeZone">The zone that they read times in.</param>
/// <param name="Grouping">How their mails are grouped over time.</param>
internal sealed record Addressee(string Address, string Because, string Language, DateTimeZone TimeZone, Grouping Grouping)
{
    /// <summary>When their mails wait; <c>null</c> for never.</summary>
    public QuietHours? QuietHours { get; init; }
}
