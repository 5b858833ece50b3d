using NodaTime;

namespace SlaMonitor.Mails.Board;

/// <summary>Who will be told of a ticket, if nothing happens.</summary>
/// <param name="Step">Of which step.</param>
/// <param name="At">When.</param>
/// <param name="Recipients">Who, as things stand.</param>
public sealed record ComingMail(string Step, Instant At, IReadOnlyList<string> Recipients);
