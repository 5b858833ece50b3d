using NodaTime;
using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Mails.Summaries;

namespace SlaMonitor.Monitoring.Views;

/// <summary>
/// The versions of an agreement with what is other in each. Two versions are compared by the sentences that <c>sla check</c> says of them,
/// so that whoever reads the one understands the other.
/// </summary>
public static class VersionViews
{
    /// <summary>Shows the versions.</summary>
    /// <param name="history">The agreement.</param>
    /// <param name="files">The files of all agreements.</param>
    /// <param name="now">The instant.</param>
    /// <param name="language">The reader's language, as a BCP 47 tag.</param>
    public static VersionHistoryView Of(AgreementHistory history, IReadOnlyList<AgreementFile> files, Instant now, string language)
    {
        ArgumentNullException.ThrowIfNull(history);

        var inForce = history.VersionAt(now);
        var views = new List<VersionView>();
        Agreement? before = null;
        foreach (var version in history.Versions)
        {
            var (dropped, added) = Differences(before, version, now, language);
            views.Add(new VersionView
            {
                Version = version.Version,
                Title = version.Title,
                From = version.EffectiveFrom,
                Until = UntilOf(version, history.Versions.ElementAtOrDefault(views.Count + 1)),
                InForce = ReferenceEquals(version, inForce),
                File = files.FirstOrDefault(file => file.Version.Id == version.Id && file.Version.Version == version.Version) is { } file
                    ? Path.GetFileName(file.Name)
                    : null,
                Dropped = dropped,
                Added = added,
                OtherwiseChanged = dropped is { Count: 0 } && added is { Count: 0 } && before!.Fingerprint != version.Fingerprint
                    ? true
                    : null,
            });
            before = version;
        }

        return new(history.Id, views);
    }

    private static LocalDate? UntilOf(Agreement version, Agreement? successor)
    {
        var replaced = successor?.EffectiveFrom.PlusDays(-1);
        return version.Term?.LastDay is { } last ? replaced is { } day ? LocalDate.Min(last, day) : last : replaced;
    }

    private static (IReadOnlyList<string>? Dropped, IReadOnlyList<string>? Added) Differences(
        Agreement? before, Agreement version, Instant now, string language)
    {
        if (before is null) return (null, null);

        var (old, present) = (SentencesOf(before, now, language), SentencesOf(version, now, language));
        return ([.. old.Except(present, StringComparer.Ordinal)], [.. present.Except(old, StringComparer.Ordinal)]);
    }

    /// <summary>All but the sentence that says from when on it holds, which every version has of its own, and who is on call now.</summary>
    private static List<string> SentencesOf(Agreement version, Instant now, string language)
    {
        var summary = AgreementSummary.Of(version, successor: null, now, language);
        return
        [
            summary.Title,
            .. summary.Standing.Skip(1),
            .. summary.Promises.Select(promise =>
                $"{promise.Target}: {promise.Metric}, {promise.Within}, {promise.Calendar}; {promise.Tickets}"),
            .. summary.Calendars,
            .. summary.Escalations,
        ];
    }
}
