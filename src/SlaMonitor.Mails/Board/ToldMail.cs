using NodaTime;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>Somebody who was told of a ticket, or was to be.</summary>
/// <param name="Step">Of which step.</param>
/// <param name="Recipient">Who.</param>
/// <param name="At">When that was known.</param>
/// <param name="Result">What became of the mail.</param>
/// <param name="Detail">Why, where it did not arrive: in the mail system's own words.</param>
public sealed record ToldMail(string Step, string Recipient, Instant At, ToldResult Result, string? Detail);
