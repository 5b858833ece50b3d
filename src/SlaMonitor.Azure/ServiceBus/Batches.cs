using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.ServiceBus;

/// <summary>Which messages go to Service Bus together. A batch is taken whole or not at all, and is as large as one message may be.</summary>
public static class Batches
{
    /// <summary>Of the 256 KB that the Standard tier takes, what a batch may fill, in bytes.</summary>
    public const int LargestBatch = 240 * 1024;

    /// <summary>The batches, in the order of the messages.</summary>
    /// <exception cref="ArgumentException">A message is too large for any batch: a mistake of the program, which no repetition helps.</exception>
    public static IReadOnlyList<IReadOnlyList<Envelope>> Of(IReadOnlyList<OutgoingMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);

        var batches = new List<List<Envelope>>();
        var left = 0;
        foreach (var envelope in messages.Select(Envelope.Of))
        {
            if (envelope.Size > LargestBatch)
                throw new ArgumentException($"Message '{envelope.MessageId}' takes {envelope.Size} bytes; at most {LargestBatch} are sent.", nameof(messages));

            if (envelope.Size > left)
            {
                batches.Add([]);
                left = LargestBatch;
            }

            batches[^1].Add(envelope);
            left -= envelope.Size;
        }

        return batches;
    }
}
