using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Retention;

/// <summary>Drops dead letters that no person has seen to for very long. Nobody was told by them, so each is said in the log.</summary>
public sealed class OldLetters(IDeadLetters letters, ILogger<OldLetters> logger)
{
    /// <summary>Drops what may be dropped of a page.</summary>
    /// <returns>How many, and where the next page begins.</returns>
    /// <exception cref="QueueUnavailableException">The queue is away.</exception>
    internal async Task<(int Dropped, string? Next)> DropAsync(
        Instant before, string? after, int most, CancellationToken cancellationToken)
    {
        var page = await letters.ListAsync(SequencePlace.From(after), most, cancellationToken);
        var dropped = 0;
        foreach (var letter in page.Where(letter => letter.EnqueuedAt < before))
        {
            if (!await letters.DropAsync(letter.Sequence, cancellationToken)) continue;

            logger.OldLetterDropped(letter.MessageId, letter.CorrelationId, letter.Reason, letter.EnqueuedAt);
            dropped++;
        }

        return (dropped, SequencePlace.Next(page, most, letter => letter.Sequence));
    }
}
