using NodaTime.Extensions;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;

namespace SlaMonitor.Monitoring.Reporting;

/// <summary>
/// Notes in the store by which agreements the outcomes of all tickets are filed: the process that makes a report need not be the one that
/// files them.
/// </summary>
public sealed class FiledTerms(IMonitorNotes notes, IAgreementSource agreements, TimeProvider time)
{
    private const string Note = "filedTerms";

    /// <summary>Whether the outcomes of all tickets are filed by the agreements in force.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<bool> AreAllAsync(CancellationToken cancellationToken)
    {
        var terms = (await agreements.GetTermsAsync(cancellationToken)).Fingerprint;
        return await notes.FindAsync(Note, cancellationToken) is { } note && note.Text == TextOf(terms);
    }

    /// <summary>Notes that the outcomes of all tickets are filed by these terms, or that some are not.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal Task KeepAsync(string terms, bool areAll, CancellationToken cancellationToken) => notes.KeepAsync(
        new MonitorNote(Note, areAll ? TextOf(terms) : string.Empty, time.GetCurrentInstant()), cancellationToken);

    private static string TextOf(string terms) => $"{OutcomeRows.Form} {terms}";
}
