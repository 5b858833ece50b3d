using Azure.Messaging.ServiceBus;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.ServiceBus;

/// <summary>
/// The dead letters of the queue in Service Bus. It can hand out no message by its number, so one that is sent again is looked for: those
/// before it are locked meanwhile, and given back.
/// </summary>
internal sealed class ServiceBusDeadLetters(ServiceBusReceiver receiver, ServiceBusSender sender) : IDeadLetters
{
    private const string Role = "Azure Service Bus Data Receiver (to send again, Data Sender too)";

    /// <summary>How many are fetched at once.</summary>
    private const int Page = 100;

    /// <summary>How long the broker is given to bring what it has. Without a message it does not say that it has none.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    public Task<IReadOnlyList<DeadLetter>> ListAsync(long from, int most, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        var found = new List<DeadLetter>();
        while (found.Count < most)
        {
            // A page may be shorter than what was asked for, and is empty at the end only.
            var page = await receiver.PeekMessagesAsync(most - found.Count, found.LastOrDefault()?.Sequence + 1 ?? from, cancellationToken);
            if (page.Count == 0) break;

            found.AddRange(page.Select(Read));
        }

        return (IReadOnlyList<DeadLetter>)found;
    });

    public Task<bool> ResendAsync(long sequence, Func<string, string> renew, CancellationToken cancellationToken) =>
        SettleAsync(sequence, letter => ResendAsync(letter, renew, cancellationToken), cancellationToken);

    public Task<bool> DropAsync(long sequence, CancellationToken cancellationToken) =>
        SettleAsync(sequence, letter => receiver.CompleteMessageAsync(letter, CancellationToken.None), cancellationToken);

    private Task<bool> SettleAsync(
        long sequence, Func<ServiceBusReceivedMessage, Task> settle, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        var others = new List<ServiceBusReceivedMessage>();
        try
        {
            while (await FetchAsync(cancellationToken) is { Count: > 0 } fetched)
            {
                others.AddRange(fetched.Where(message => message.SequenceNumber != sequence));
                if (fetched.FirstOrDefault(message => message.SequenceNumber == sequence) is not { } wanted) continue;

                await settle(wanted);
                return true;
            }

            return false;
        }
        finally
        {
            foreach (var message in others) await receiver.AbandonMessageAsync(message, propertiesToModify: null, CancellationToken.None);
        }
    });

    public Task<int> ResendAllAsync(Func<string, string> renew, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var cameBack = false;
        while (!cameBack && await FetchAsync(cancellationToken) is { Count: > 0 } fetched)
        {
            foreach (var message in fetched)
            {
                // Sent again by this call, and given up again already: whoever called must see that, and not wait for ever.
                cameBack |= sent.Contains(message.MessageId);
                if (cameBack) await receiver.AbandonMessageAsync(message, propertiesToModify: null, cancellationToken);
                else sent.Add(await ResendAsync(message, renew, cancellationToken));
            }
        }

        return sent.Count;
    });

    private Task<T> RunAsync<T>(Func<Task<T>> work) => ServiceBusOutage.RunAsync(sender.EntityPath, Role, work);

    private Task<IReadOnlyList<ServiceBusReceivedMessage>> FetchAsync(CancellationToken cancellationToken) =>
        receiver.ReceiveMessagesAsync(Page, Patience, cancellationToken);

    /// <summary>
    /// Sent first, then taken from the dead letters: a crash between leaves it there. Its new id follows from its number, so that sending
    /// it again once more after such a crash is a repeat, which the broker drops.
    /// </summary>
    private async Task<string> ResendAsync(
        ServiceBusReceivedMessage dead, Func<string, string> renew, CancellationToken cancellationToken)
    {
        var id = DeadLetter.IdToResend(dead.MessageId, dead.SequenceNumber);
        await sender.SendMessageAsync(Envelope.Of(Envelope.Read(dead, id, renew)), cancellationToken);
        await receiver.CompleteMessageAsync(dead, CancellationToken.None);
        return id;
    }

    private static DeadLetter Read(ServiceBusReceivedMessage message) => new(
        message.SequenceNumber,
        message.MessageId,
        message.Subject ?? string.Empty,
        message.CorrelationId ?? string.Empty,
        message.Body.ToString(),
        message.DeliveryCount,
        message.DeadLetterReason ?? string.Empty,
        message.DeadLetterErrorDescription ?? string.Empty,
        Instant.FromDateTimeOffset(message.EnqueuedTime));
}
