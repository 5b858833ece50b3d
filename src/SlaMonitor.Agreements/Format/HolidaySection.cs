using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Format;

[Section("a holiday list", "A list of holidays, and how the contract's words about them are read.")]
internal sealed record HolidaySection : Section
{
    [Key("A list that is built in, as in china.")]
    public Located<Name>? List { get; init; }

    [Key("An iCalendar file with one event a holiday, beside the agreement.")]
    public Located<string>? Ical { get; init; }

    [Key("Closed on all days off of the list (notice, the default), or only on those that the law names (namedDays).")]
    public Located<ClosedOn>? ClosedOn { get; init; }

    [Key("Whether the weekend days that are worked instead open the calendar. They stay closed, where not given.")]
    public Located<MakeUpDays>? MakeUpDays { get; init; }

    [Key("Whether the observances of an iCalendar file, such as Mother's Day, leave the calendar open (the default) or close it.")]
    public Located<Observances>? Observances { get; init; }

    [Key("Entries of an iCalendar file that are left out, each by its title, its UID or its date.")]
    public Items<Located<string>>? Except { get; init; }
}
