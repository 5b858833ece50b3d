using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Reporting.Monthly;

/// <summary>Remembers which reports of each agreement are to be approved, and which were: until then the customer waits.</summary>
public sealed class ReportApprovals(IMonitorNotes notes, IClock clock, TimeProvider time, ILogger<ReportApprovals> logger)
{
    /// <summary>For how long an approval is waited for: the link of the mail is good for half of that.</summary>
    private static readonly Duration Longest = Duration.FromDays(62);

    /// <summary>Notes that somebody was asked.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task AskedAsync(string agreementId, ReportSpan month, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(month);
        var asked = await ReadAsync(agreementId, cancellationToken);
        // Whoever orders the mails again after a crash: it may have been approved meanwhile.
        if (asked.Any(one => one.Month == month.ToString())) return;

        var now = clock.GetCurrentInstant();
        var waiting = asked.ToLookup(one => one.AskedAt >= now - Longest);
        foreach (var never in waiting[false].Where(one => !one.IsGiven))
            logger.ApprovalNeverGiven(agreementId, never.Month, never.AskedAt);
        await KeepAsync(
            agreementId, [.. waiting[true], new Approval(month.ToString(), now, IsGiven: false)], cancellationToken);
    }

    /// <summary>Notes that a report was approved.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task GivenAsync(string agreementId, ReportSpan month, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(month);
        var asked = await ReadAsync(agreementId, cancellationToken);
        await KeepAsync(
            agreementId, [.. asked.Select(one => one.Month == month.ToString() ? one with { IsGiven = true } : one)], cancellationToken);
    }

    /// <summary>Which months' reports wait for approval, and since when, the one that was asked for first first.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<IReadOnlyList<(string Month, Instant Since)>> FindOpenAsync(
        string agreementId, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(agreementId, cancellationToken)).Where(one => !one.IsGiven).Select(one => (one.Month, one.AskedAt))];

    private async Task<IReadOnlyList<Approval>> ReadAsync(string agreementId, CancellationToken cancellationToken) =>
        await notes.FindAsync(NameOf(agreementId), cancellationToken) is { } note
            ? NoteJson.Read<Approvals>(note.Text)?.Asked ?? []
            : [];

    private Task KeepAsync(string agreementId, IReadOnlyList<Approval> asked, CancellationToken cancellationToken) => notes.KeepAsync(
        new MonitorNote(NameOf(agreementId), NoteJson.Write(new Approvals(asked)), time.GetCurrentInstant()), cancellationToken);

    private static string NameOf(string agreementId) => $"reportApproval {agreementId}";

    private sealed record Approvals(IReadOnlyList<Approval>? Asked);

    private sealed record Approval(string Month, Instant AskedAt, bool IsGiven);
}
