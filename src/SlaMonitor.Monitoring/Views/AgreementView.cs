using NodaTime;
using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Monitoring.Views;

/// <summary>An agreement as a list shows it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">The title of the version in force, or else of the last one.</param>
/// <param name="Version">The version in force; nothing where none is.</param>
/// <param name="From">Its first day, in the agreement's zone; nothing where none is in force.</param>
/// <param name="TimeZone">The agreement's zone.</param>
/// <param name="Versions">How many versions there are, those to come among them.</param>
/// <param name="Files">The files that it is written in.</param>
public sealed record AgreementView(
    string Id, string Title, int? Version, LocalDate? From, string TimeZone, int Versions, IReadOnlyList<string> Files)
{
    /// <summary>Shows an agreement.</summary>
    /// <param name="history">All its versions.</param>
    /// <param name="files">The files of all agreements.</param>
    /// <param name="now">The instant.</param>
    public static AgreementView Of(AgreementHistory history, IEnumerable<AgreementFile> files, Instant now)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (inForce, last) = (history.VersionAt(now), history.Versions[^1]);
        return new(
            history.Id, (inForce ?? last).Title, inForce?.Version, inForce?.EffectiveFrom, (inForce ?? last).TimeZone.Id,
            history.Versions.Count,
            [
                .. files.Where(file => file.Version.Id == history.Id).Select(file => Path.GetFileName(file.Name))
                    .Distinct(StringComparer.Ordinal),
            ]);
    }
}
