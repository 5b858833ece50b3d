using Microsoft.Extensions.Logging;
using NodaTime.Extensions;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Auditing;

/// <summary>
/// Writes down when a version of an agreement comes, changes or goes. Files have no author that the monitor knows, so the log names the
/// agreements' folder; who wrote them, the history of the files says. What was in force last is kept in notes, so that a change while the
/// monitor stood still is seen too.
/// </summary>
internal sealed class AgreementAudit(
    IAgreementSource agreements, IMonitorNotes notes, AuditTrail trail, TimeProvider time, ILogger<AgreementAudit> logger)
{
    /// <summary>How the name of each such note begins.</summary>
    private const string Prefix = "audited agreement ";

    private const string Folder = "the folder of agreements";
    private const int PageSize = 500;

    private Dictionary<string, string>? _known;

    /// <summary>Looks whether the agreements are what they were. Whatever hinders it harms no evaluation.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CompareAsync(await agreements.GetTermsAsync(cancellationToken), cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            logger.AgreementsNotAudited(e);
        }
    }

    private async Task CompareAsync(AgreementBook book, CancellationToken cancellationToken)
    {
        var known = _known ??= await ReadAsync(cancellationToken);
        var current = book.Agreements
            .SelectMany(history => history.Versions)
            .ToDictionary(version => $"{version.Id} v{version.Version}", version => version.Fingerprint, StringComparer.Ordinal);
        foreach (var (version, fingerprint) in current.Where(entry => known.GetValueOrDefault(entry.Key) != entry.Value))
            await NoteAsync(version, fingerprint, cancellationToken);
        foreach (var gone in known.Keys.Except(current.Keys, StringComparer.Ordinal).ToList())
            await NoteAsync(gone, fingerprint: null, cancellationToken);
    }

    private async Task NoteAsync(string version, string? fingerprint, CancellationToken cancellationToken)
    {
        // Of several processes, the first that sees a change writes it down.
        var name = Prefix + version;
        var before = (await notes.FindAsync(name, cancellationToken))?.Text;
        if (before != fingerprint)
        {
            if (fingerprint is null) await notes.DropAsync(name, cancellationToken);
            else await notes.KeepAsync(new MonitorNote(name, fingerprint, time.GetCurrentInstant()), cancellationToken);
            await trail.RecordAsync(
                Folder, AuditDeed.AgreementChanged, version, Words(before, fingerprint), cancellationToken);
        }

        if (fingerprint is null) _known!.Remove(version);
        else _known![version] = fingerprint;
    }

    private static string Words(string? before, string? after) =>
        before is null ? $"new, {after}" : after is null ? $"removed, was {before}" : $"rewritten, {before} to {after}";

    private async Task<Dictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        var kept = await KeptPages.AllAsync(after => notes.ReadAsync(Prefix, after, PageSize, cancellationToken))
            .ToListAsync(cancellationToken);
        return kept.ToDictionary(note => note.Name[Prefix.Length..], note => note.Text, StringComparer.Ordinal);
    }
}
