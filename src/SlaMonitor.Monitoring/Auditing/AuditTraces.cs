using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Auditing;

/// <summary>Erases a person from the audit log: that something was done stays, and by whom is a pseudonym.</summary>
internal sealed class AuditTraces(IAuditLog log) : IPersonTraces
{
    private const int PageSize = 1_000;

    public string What => "audit";

    public async Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken)
    {
        var page = await log.ReadAsync(after, PageSize, cancellationToken);
        var named = page.Kept.Where(entry => Erased(entry, person) != entry).ToList();
        foreach (var entry in named) await log.RewordAsync(Erased(entry, person), cancellationToken);
        return new(named.Count, page.Next);
    }

    private static AuditEntry Erased(AuditEntry entry, PersonNames person) => entry with
    {
        By = person.Name(entry.By)!,
        Subject = person.Text(entry.Subject)!,
        Detail = person.Text(entry.Detail),
    };
}
