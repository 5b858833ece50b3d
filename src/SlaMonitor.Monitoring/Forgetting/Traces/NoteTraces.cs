using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Forgetting.Traces;

/// <summary>When somebody was sent mails last. Notes of that go by a digest of the address, which whoever knows it can work out.</summary>
internal sealed class NoteTraces(IMonitorNotes notes) : IPersonTraces
{
    public string What => "notes";

    public async Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken)
    {
        var erased = 0;
        foreach (var name in person.All.SelectMany(address => new[] { MailboxNotes.NameOf(address), SentMails.NameOf(address) }))
        {
            if (await notes.FindAsync(name, cancellationToken) is null) continue;

            await notes.DropAsync(name, cancellationToken);
            erased++;
        }

        return new(erased, Next: null);
    }
}
