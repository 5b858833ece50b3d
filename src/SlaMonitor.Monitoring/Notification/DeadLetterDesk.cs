using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>What a person does with messages that were given up: read them, mend the cause, send them again, or drop them.</summary>
public sealed class DeadLetterDesk(IDeadLetters letters, ILogger<DeadLetterDesk> logger)
{
    /// <summary>The dead letters from a number on, lowest first.</summary>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached, or does not let us look.</exception>
    public Task<IReadOnlyList<DeadLetter>> ListAsync(long from, int most, CancellationToken cancellationToken) =>
        letters.ListAsync(from, most, cancellationToken);

    /// <summary>One dead letter; <c>null</c> where there is none of this number.</summary>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached, or does not let us look.</exception>
    public async Task<DeadLetter?> FindAsync(long number, CancellationToken cancellationToken) =>
        (await letters.ListAsync(number, 1, cancellationToken)).FirstOrDefault(letter => letter.Sequence == number);

    /// <summary>Sends one again; it is tried at once, and its patience begins anew.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached, or does not let us.</exception>
    public async Task<bool> ResendAsync(long number, CancellationToken cancellationToken)
    {
        var isSent = await letters.ResendAsync(number, MailOrderJson.Renew, cancellationToken);
        if (isSent) logger.DeadLettersResent(1);
        return isSent;
    }

    /// <summary>Sends all again that lie there now.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached, or does not let us; some may have been sent.</exception>
    public async Task<int> ResendAllAsync(CancellationToken cancellationToken)
    {
        var count = await letters.ResendAllAsync(MailOrderJson.Renew, cancellationToken);
        if (count > 0) logger.DeadLettersResent(count);
        return count;
    }

    /// <summary>Drops one that a person has seen to.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached, or does not let us.</exception>
    public async Task<bool> DropAsync(long number, CancellationToken cancellationToken)
    {
        var letter = await FindAsync(number, cancellationToken);
        if (letter is null || !await letters.DropAsync(number, cancellationToken)) return false;

        logger.DeadLetterDropped(number, letter.CorrelationId, letter.Subject);
        return true;
    }
}
