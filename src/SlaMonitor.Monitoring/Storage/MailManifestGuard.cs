using System.Text;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>What every store refuses to keep of a mail.</summary>
public static class MailManifestGuard
{
    /// <summary>Refuses a manifest that some store could not hold.</summary>
    /// <exception cref="ArgumentException">
    /// An id that <see cref="StoredKey"/> refuses, or a body longer than <see cref="MailManifest.LongestBody"/>.
    /// </exception>
    public static void ThrowIfWrong(MailManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        StoredKey.ThrowIfWrong(manifest.MailId);
        if (Encoding.UTF8.GetByteCount(manifest.Body) is var length and > MailManifest.LongestBody)
            throw new ArgumentException($"The body has {length} bytes; at most {MailManifest.LongestBody} are kept.", nameof(manifest));
    }
}
