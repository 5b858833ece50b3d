using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Mails.Summaries;

/// <summary>What one version of an agreement says that another does not, in the sentences of their summaries.</summary>
/// <param name="Removed">What only the earlier says.</param>
/// <param name="Added">What only the later says.</param>
public sealed record AgreementDifferences(IReadOnlyList<string> Removed, IReadOnlyList<string> Added)
{
    /// <summary>Whether both say the same.</summary>
    public bool AreNone => Removed.Count == 0 && Added.Count == 0;

    /// <summary>The differences between two versions.</summary>
    /// <param name="before">The earlier.</param>
    /// <param name="after">The later.</param>
    /// <param name="now">The present.</param>
    /// <param name="language">The reader's language, as a BCP 47 tag.</param>
    public static AgreementDifferences Between(Agreement before, Agreement after, Instant now, string language)
    {
        var (old, recent) = (Sentences(before, now, language), Sentences(after, now, language));
        return new AgreementDifferences(
            [.. old.Except(recent, StringComparer.Ordinal)], [.. recent.Except(old, StringComparer.Ordinal)]);
    }

    /// <summary>All but the first, which says from when on the version is in force, and who is on call now.</summary>
    private static List<string> Sentences(Agreement agreement, Instant now, string language)
    {
        var summary = AgreementSummary.Of(agreement, successor: null, now, language);
        return
        [
            .. summary.Standing.Skip(1),
            .. summary.Promises.Select(one => string.Join(" · ", one.Target, one.Tickets, one.Metric, one.Within, one.Calendar)),
            .. summary.Calendars,
            .. summary.Escalations,
        ];
    }
}
