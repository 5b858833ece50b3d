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
    /// <exception cref="QueueUnavailableException">The queue cannot be reached, or does not let us look.</exception>
    Task<IReadOnlyList<DeadLetter>> ListAsync(long from, int most, CancellationToken cancellationToken);

    /// <summary>Sends one again. It is gone from the dead letters when it is safely on the queue.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="renew">The body that it is sent with, of the body that it has.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Whether it was there, and nobody else is just sending it again.</returns>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached, or does not let us.</exception>
    Task<bool> ResendAsync(long sequence, Func<string, string> renew, CancellationToken cancellationToken);

    /// <summary>Sends all again that lie there now.</summary>
    /// <param name="renew">The body that each is sent with, of the body that it has.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>How many.</returns>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached, or does not let us; some may have been sent.</exception>
    Task<int> ResendAllAsync(Func<string, string> renew, CancellationToken cancellationToken);

    /// <summary>Drops one that a person has seen to. Nobody is told by it any more.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached, or does not let us.</exception>
    Task<bool> DropAsync(long sequence, CancellationToken cancellationToken);
}
