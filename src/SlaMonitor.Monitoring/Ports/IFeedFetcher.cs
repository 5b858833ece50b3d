namespace SlaMonitor.Monitoring.Ports;

/// <summary>Fetches on-call calendars from where agreements say they are.</summary>
public interface IFeedFetcher
{
    /// <summary>Asks for a calendar.</summary>
    /// <param name="address">An https address, or one of this machine.</param>
    /// <param name="etag">The state that is known already, where there is one.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The answer. Whatever goes wrong is an answer too.</returns>
    Task<FeedAnswer> FetchAsync(Uri address, string? etag, CancellationToken cancellationToken);
}
