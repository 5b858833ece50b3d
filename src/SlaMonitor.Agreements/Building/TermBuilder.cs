using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the term of an agreement.</summary>
internal static class TermBuilder
{
    public static Term? Build(TermSection? section, Problems problems)
    {
        if (section?.From is not { } from) return null;
        var term = new Term
        {
            From = from.Value,
            To = section.To?.Value,
            Renews = section.Renews?.Value ?? Renewal.None,
            NoticeDays = section.NoticeDays?.Value ?? 0,
            NoticeGivenOn = section.NoticeGivenOn?.Value,
            EndedOn = section.EndedOn?.Value,
        };

        if (section.To is { } to && to.Value < from.Value) problems.Error(to.Place, "the last day is before the first");
        if (section.EndedOn is { } ended && ended.Value < from.Value)
            problems.Error(ended.Place, "the agreement cannot end before its first day");
        if (section.NoticeGivenOn is { } notice)
        {
            if (section.EndedOn is not null) problems.Error(notice.Place, "the end is settled already by 'endedOn'; keep one of the two");
            else if (term.To is null || term.Renews == Renewal.None)
                problems.Error(notice.Place, "notice ends a term that renews; give it 'to' and 'renews', or write endedOn");
        }

        if (section.Renews is { } renews && renews.Value != Renewal.None && section.To is null && !section.KeyPlaces.ContainsKey("to"))
            problems.Error(renews.Place, "a term without a last day has nothing to renew; write 'to', or leave out 'renews'");
        return term;
    }
}
