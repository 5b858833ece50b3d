using NodaTime;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Format;

[Section("an agreed date", "A date with hours of its own, whatever the week or the holidays say. Give it either 'date' or 'each'.")]
internal sealed record AgreedSection : Section
{
    [Key("The date.")]
    public Located<LocalDate>? Date { get; init; }

    [Key("A date of every year: 12-24, or a weekday of a month, as in last fri of november. One with 'date' goes before it.")]
    public Located<YearlyDate>? Each { get; init; }

    [Key("The hours of that date; [] closes it.", Required = true)]
    public Items<Located<OpenHours>>? Hours { get; init; }

    [Key("Why.", Required = true)]
    public Located<string>? Reason { get; init; }

    [Key("Who agreed to it.")]
    public Located<string>? ApprovedBy { get; init; }
}
