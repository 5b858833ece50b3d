using SlaMonitor.Core.Erasing;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>A place beside the tickets where the monitor keeps names of people.</summary>
public interface IPersonTraces
{
    /// <summary>What is kept there, in a word, as the record of an erasure counts it: <c>mails</c>.</summary>
    string What { get; }

    /// <summary>Erases a person from a page of it. What is erased already is passed over.</summary>
    /// <param name="person">The person.</param>
    /// <param name="after">The <see cref="ErasedTraces.Next"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="UnavailableException">What it is kept in is away.</exception>
    Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken);
}
