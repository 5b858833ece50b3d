using NodaTime;

namespace SlaMonitor.Core.Agreements.Versions;

/// <summary>Finds the dates of agreements of which their contacts are to be told by now.</summary>
public static class ComingDates
{
    /// <summary>The dates of the versions in force that are no further away than their terms say, and have not gone by.</summary>
    /// <param name="book">The agreements, with the turns of their calendars as far as they are known.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<ComingDate> Of(AgreementBook book, Instant now)
    {
        ArgumentNullException.ThrowIfNull(book);
        return
        [
            .. from history in book.Agreements
               let version = history.VersionAt(now)
               where version?.Dates is not null
               from date in Of(version, history.Versions.FirstOrDefault(later => later.EffectiveAt > now), now)
               select date,
        ];
    }

    private static IEnumerable<ComingDate> Of(Agreement version, Agreement? next, Instant now)
    {
        var terms = version.Dates!;
        var today = now.InZone(version.TimeZone).Date;

        // What another version goes on with does not end.
        if (version.Term?.LastDay is { } last && !(next?.EffectiveFrom <= last.PlusDays(1)) && IsNear(last, terms.TermEnds))
            yield return new ComingDate(version, AgreementDateKind.TermEnds, last);
        if (version.Term?.NoticeBy(today) is { } notice && !(next?.EffectiveFrom <= notice) && IsNear(notice, terms.NoticeEnds))
            yield return new ComingDate(version, AgreementDateKind.NoticeEnds, notice);

        var lists = version.Calendars.Values.SelectMany(calendar => calendar.Definition.Holidays).Select(rule => rule.List)
            .Where(list => list.CoveredTo is not null).Select(list => (list.Name, To: list.CoveredTo!.Value)).Distinct();
        foreach (var (name, to) in lists.Where(list => today.PlusDays(terms.HolidaysEnd) >= list.To))
            yield return new ComingDate(version, AgreementDateKind.HolidaysEnd, to, name);

        foreach (var contact in version.Contacts.Values)
        {
            if (contact.Rotation?.NextGap(now, now + Duration.FromDays(terms.OnCallEnds), version.TimeZone) is { } gap)
                yield return new ComingDate(version, AgreementDateKind.OnCallEnds, gap.InZone(version.TimeZone).Date, contact.Id, gap);
        }

        bool IsNear(LocalDate date, int days) => today <= date && today.PlusDays(days) >= date;
    }
}
