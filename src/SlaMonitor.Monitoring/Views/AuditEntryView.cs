using NodaTime;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A deed, as the API shows it.</summary>
/// <param name="At">When it was done.</param>
/// <param name="By">Who did it: a person, or the words for the key that they sent.</param>
/// <param name="Deed">What was done: <c>promiseTaken</c>, <c>agreementChanged</c> …</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">More of it, in words.</param>
public sealed record AuditEntryView(Instant At, string By, string Deed, string Subject, string? Detail)
{
    /// <summary>The view of an entry.</summary>
    public static AuditEntryView Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.At, entry.By, StoredName.Of(entry.Deed), entry.Subject, entry.Detail);
    }
}
