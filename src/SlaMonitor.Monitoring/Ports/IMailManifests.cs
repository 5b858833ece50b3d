using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>Remembers what each mail carried, so that it can be told to somebody else when the mail does not arrive.</summary>
public interface IMailManifests
{
    /// <summary>Keeps a manifest. One that is kept already under the same id may be replaced: it says the same.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task KeepAsync(MailManifest manifest, CancellationToken cancellationToken);

    /// <summary>The manifest of a mail, or <c>null</c> where no such mail is known.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<MailManifest?> FindAsync(string mailId, CancellationToken cancellationToken);

    /// <summary>All manifests, page by page.</summary>
    /// <param name="keptBefore">Only those that were kept before this; <c>null</c> for all.</param>
    /// <param name="after">The <see cref="KeptPage{T}.Next"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="most">How many at most; a page may hold fewer, or none, and still not be the last.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<KeptPage<MailManifest>> ReadAllAsync(Instant? keptBefore, string? after, int most, CancellationToken cancellationToken);

    /// <summary>Drops a manifest, where there is one: what is told of the mail from now on is told of none that is known.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task DropAsync(string mailId, CancellationToken cancellationToken);
}
