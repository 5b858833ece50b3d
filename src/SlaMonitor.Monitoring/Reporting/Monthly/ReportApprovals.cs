using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Reporting.Monthly;

/// <summary>Remembers which report of each agreement was last to be approved, and whether it was: until then the customer waits.</summary>
public sealed class ReportApprovals(IMonitorNotes notes, IClock clock, TimeProvider time)
{
    /// <summary>Notes that somebody was asked.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public Task AskedAsync(string agreementId, ReportSpan month, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(month);
        return KeepAsync(agreementId, new Approval(month.ToString(), clock.GetCurrentInstant(), IsGiven: false), cancellationToken);
    }

    /// <summary>Notes that the report was approved.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task GivenAsync(string agreementId, ReportSpan month, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(month);

        // The link of an earlier month says nothing of the one that is asked for now.
        if (await FindAsync(agreementId, cancellationToken) is { } asked && asked.Month == month.ToString())
            await KeepAsync(agreementId, asked with { IsGiven = true }, cancellationToken);
    }

    /// <summary>Which month's report waits for approval, and since when; <c>null</c> where none does.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<(string Month, Instant Since)?> FindOpenAsync(string agreementId, CancellationToken cancellationToken) =>
        await FindAsync(agreementId, cancellationToken) is { IsGiven: false } open ? (open.Month, open.AskedAt) : null;

    private async Task<Approval?> FindAsync(string agreementId, CancellationToken cancellationToken) =>
        await notes.FindAsync(NameOf(agreementId), cancellationToken) is { } note ? NoteJson.Read<Approval>(note.Text) : null;

    private Task KeepAsync(string agreementId, Approval approval, CancellationToken cancellationToken) => notes.KeepAsync(
        new MonitorNote(NameOf(agreementId), NoteJson.Write(approval), time.GetCurrentInstant()), cancellationToken);

    private static string NameOf(string agreementId) => $"reportApproval {agreementId}";

    private sealed record Approval(string Month, Instant AskedAt, bool IsGiven);
}
