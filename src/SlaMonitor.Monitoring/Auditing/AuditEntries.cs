using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Auditing;

/// <summary>Makes entries of the audit log.</summary>
public static class AuditEntries
{
    /// <summary>
    /// An entry of something that was just done. Its id follows from what it says, so that an entry that is added again is the same.
    /// </summary>
    public static AuditEntry New(Instant at, string by, AuditDeed deed, string subject, string? detail)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(subject);

        var what = SHA256.HashData(Encoding.UTF8.GetBytes($"{by}\n{deed}\n{subject}\n{detail}"));
        var fromTheEnd = (long.MaxValue - StoredInstant.ToTicks(at)).ToString("D19", CultureInfo.InvariantCulture);
        return new(
            $"{fromTheEnd}-{Convert.ToHexStringLower(what.AsSpan(0, 8))}", StoredInstant.Truncate(at), Cut(by), deed, Cut(subject),
            detail is null ? null : Cut(detail));
    }

    private static string Cut(string text)
    {
        var known = text.Replace("\0", string.Empty, StringComparison.Ordinal);
        if (known.Length <= AuditEntry.LongestText) return known;

        var end = AuditEntry.LongestText - (char.IsHighSurrogate(known[AuditEntry.LongestText - 2]) ? 2 : 1);
        return $"{known[..end]}…";
    }
}
