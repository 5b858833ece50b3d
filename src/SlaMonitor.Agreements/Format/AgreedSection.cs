using NodaTime;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Format;

[Section("an agreed date", "A date with hours of its own, whatever the week or the holidays say.")]
internal sealed record AgreedSection : Section
{
    [Key("The date.", Required = true)]
    public Located<LocalDate>? Date { get; init; }

    [Key("The hours of that date; [] closes it.", Required = true)]
    public Items<Located<OpenHours>>? Hours { get; init; }

    [Key("Why.", Required = true)]
    public Located<string>? Reason { get; init; }

    [Key("Who agreed to it.")]
    public Located<string>? ApprovedBy { get; init; }
}
