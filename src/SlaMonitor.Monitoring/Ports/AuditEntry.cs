using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>One deed of somebody, as the audit log keeps it.</summary>
/// <param name="Id">Its place in the log: ids of later deeds sort before those of earlier ones.</param>
/// <param name="At">When it was done, by the monitor's clock.</param>
/// <param name="By">Who did it: a person, or the words for the key that they sent.</param>
/// <param name="Deed">What was done.</param>
/// <param name="Subject">To what: a ticket, an agreement, a rotation; empty where the deed says all.</param>
/// <param name="Detail">More of it, in words; <c>null</c> where there is none.</param>
public sealed record AuditEntry(string Id, Instant At, string By, AuditDeed Deed, string Subject, string? Detail)
{
    /// <summary>How long each text may be, in characters; what is longer is cut.</summary>
    public const int LongestText = 1_024;
}
