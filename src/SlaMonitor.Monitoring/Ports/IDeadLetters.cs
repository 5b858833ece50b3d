namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// The messages that were given up, for a person who looks into them, mends the cause, and sends them again. One that is sent again goes
/// under a new message id, because the queue drops a repeated one in silence; what it tells is told once all the same, by the ledger's
/// claims.
/// </summary>
public interface IDeadLetters
{
    /// <summary>The dead letters from a number on, lowest first. Looking at them changes nothing.</summary>
    /// <param name="from">The lowest number that is of interest: 0, or one more than the last of the page before.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The queue cannot be reached, or does not let us look.</exception>
    Task<IReadOnlyList<DeadLetter>> ListAsync(long from, int most, CancellationToken cancellationToken);

    /// <summary>Sends one again. It is gone from the dead letters when it is safely on the queue.</summary>
    /// <returns>Whether it was there, and nobody else is just sending it again.</returns>
    /// <exception cref="StoreUnavailableException">The queue cannot be reached, or does not let us.</exception>
    Task<bool> ResendAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>Sends all again that lie there now.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="StoreUnavailableException">The queue cannot be reached, or does not let us; some may have been sent.</exception>
    Task<int> ResendAllAsync(CancellationToken cancellationToken);
}
