using NodaTime;

namespace SlaMonitor.Mails.Contents;

/// <summary>Who reads a mail, and how.</summary>
/// <param name="Address">The address that the mail goes to.</param>
/// <param name="Language">The language that they read, as a BCP 47 tag.</param>
/// <param name="TimeZone">The zone that they read times in.</param>
public sealed record Reader(string Address, string Language, DateTimeZone TimeZone);
