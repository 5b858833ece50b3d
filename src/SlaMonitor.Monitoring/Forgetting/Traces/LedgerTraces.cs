using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Forgetting.Traces;

/// <summary>
/// Who was told of what. The id of a notification stays: it follows from the address and does not show it, and without it whoever is told
/// by the same address again would be told twice.
/// </summary>
internal sealed class LedgerTraces(INotificationLedger ledger) : IPersonTraces
{
    private const int PageSize = 1_000;

    public string What => "notifications";

    public async Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken)
    {
        var page = await ledger.ReadAllAsync(claimedBefore: null, after, PageSize, cancellationToken);
        var named = page.Kept.Where(record => Erased(record, person) != record).ToList();
        foreach (var record in named) await ledger.RewordAsync(Erased(record, person), cancellationToken);
        return new(named.Count, page.Next);
    }

    private static NotificationRecord Erased(NotificationRecord record, PersonNames person) => record with
    {
        Recipient = person.Name(record.Recipient)!,
        Step = person.Text(record.Step)!,
        // A mail system's words about somebody's mailbox are about them, also where they do not name them.
        Detail = person.Is(record.Recipient) ? null : person.Text(record.Detail),
    };
}
