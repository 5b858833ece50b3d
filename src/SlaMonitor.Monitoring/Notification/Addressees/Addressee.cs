using NodaTime;

namespace SlaMonitor.Monitoring.Notification.Addressees;

/// <summary>Somebody who is to be told.</summary>
/// <param name="Address">The address.</param>
/// <param name="Because">The word of the agreement that stands for them: <c>assignee</c>, <c>on-call</c>.</param>
/// <param name="Language">The language that they read.</param>
/// <param name="TimeZone">The zone that they read times in.</param>
internal sealed record Addressee(string Address, string Because, string Language, DateTimeZone TimeZone);
