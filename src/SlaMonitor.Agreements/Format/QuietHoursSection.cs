using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Format;

[Section("quiet hours", "Mail waits, but for the moments that cannot wait. Give either 'calendar' or 'between'.")]
internal sealed record QuietHoursSection : Section
{
    [Key("The calendar in whose hours people are told.")]
    public Located<Name>? Calendar { get; init; }

    [Key("The hours of every day in which nobody is told, as in 22:00-07:00: in the contact's zone, for a policy in the agreement's.")]
    public Located<OpenHours>? Between { get; init; }

    [Key("The steps that are told at once all the same, by their moment.")]
    public Items<Located<StepText>>? Except { get; init; }
}
