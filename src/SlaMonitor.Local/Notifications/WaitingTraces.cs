using SlaMonitor.Core.Erasing;
using SlaMonitor.Local.Queues;
using SlaMonitor.Monitoring.Forgetting.Traces;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Notifications;

/// <summary>
/// The mails that wait in the queue. One that is for a person is dropped; one that is being sent right now is left.
/// At the end nothing is left in the log ahead of the queue's file of what was deleted, these and others.
/// </summary>
internal sealed class WaitingTraces(LocalQueues queues, string name) : IPersonTraces
{
    private const int PageSize = 200;

    public string What => "waitingMails";

    public Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken) =>
        QueueOutage.RunAsync(name, async () =>
        {
            var page = queues.Waiting(name, SequencePlace.From(after), PageSize);
            var dropped = 0;
            foreach (var message in page.Where(message => PersonInOrder.Is(message.Body, person)))
            {
                if (await queues.DropWaitingAsync(name, message.Sequence, cancellationToken)) dropped++;
            }

            var next = SequencePlace.Next(page, PageSize, message => message.Sequence);
            // The dead letters are gone through before, and lie in the same file.
            if (next is null) queues.CutLog();
            return new ErasedTraces(dropped, next);
        });
}
