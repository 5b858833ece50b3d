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
}
