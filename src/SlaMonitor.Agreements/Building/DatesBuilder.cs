using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds who is told of the agreement's own dates.</summary>
internal sealed class DatesBuilder(Problems problems, References<Contact> contacts, References<BuiltCalendar> calendars)
{
    /// <summary>Turns of a calendar are not known for longer.</summary>
    private const int MostOnCall = 90;

    private const int Most = 366;

    /// <returns>The terms; <c>null</c> where there are none, or they have a mistake.</returns>
    public DateTerms? Build(AgreementSection agreement, Term? term)
    {
        if (agreement.Dates is not { } section) return null;

        CheckThatTheyCanCome(section, agreement, term);
        var terms = new DateTerms([.. Tell(section, agreement)]);
        return terms with
        {
            TermEnds = Days(section.TermEnds, Most) ?? terms.TermEnds,
            NoticeEnds = Days(section.NoticeEnds, Most) ?? terms.NoticeEnds,
            HolidaysEnd = Days(section.HolidaysEnd, Most) ?? terms.HolidaysEnd,
            OnCallEnds = Days(section.OnCallEnds, MostOnCall) ?? terms.OnCallEnds,
        };
    }

    private IEnumerable<string> Tell(DatesSection section, AgreementSection agreement)
    {
        var told = contacts.FindAll(section.Tell);
        if (section.Tell is { IsEmpty: false }) return told;

        string[] spokesmen =
        [
            .. new[] { agreement.Provider?.Contact, agreement.Customer?.Contact }
                .Select(contact => contact?.Value.Value).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        if (spokesmen.Length == 0 || section.Tell is not null)
            problems.Error(section.PlaceOf("tell"), "whom to tell? write tell: with contacts, or give provider or customer a contact");
        return spokesmen;
    }

    /// <summary>How long before a date that never comes says that something else was meant.</summary>
    private void CheckThatTheyCanCome(DatesSection section, AgreementSection agreement, Term? term)
    {
        if (section.TermEnds is { } ends && agreement.Term is null)
            problems.Error(ends.Place, "an agreement without a term does not end; write its term, or leave this out");
        if (section.NoticeEnds is { } notice && (agreement.Term is null || term is { Renews: Renewal.None }))
            problems.Error(notice.Place, "no notice need be given, because the term does not renew; write renews, or leave this out");
        if (section.HolidaysEnd is { } holidays && calendars.Good.Values.All(built => built.Calendar.Definition.Holidays.Count == 0)
            && (agreement.Calendars?.Values ?? []).All(calendar => calendar.Value?.Holidays is null))
            problems.Error(holidays.Place, "no calendar has a list of holidays; give one to a calendar, or leave this out");
        if (section.OnCallEnds is { } onCall && (agreement.Contacts?.Values ?? []).All(contact => contact.Value?.Feed is null))
            problems.Error(onCall.Place, "nobody is on call by a feed, and a rotation always has somebody; leave this out");
    }

    private int? Days(Located<DurationText>? before, int most)
    {
        if (before is null) return null;
        if (before.Value is { Seconds: 0, Days: var days } && days >= 1 && days <= most) return days;

        problems.Error(before.Place, $"{before.Value} is no number of days; write 1d to {most}d, as in 30d");
        return null;
    }
}
