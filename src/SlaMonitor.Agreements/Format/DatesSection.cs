using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("dates", "Who is told, by mail and once each, before one of the agreement's own dates comes.")]
internal sealed record DatesSection : Section
{
    [Key("The contacts who are told. The contacts of provider and customer, where not given.")]
    public Items<Located<Name>>? Tell { get; init; }

    [Key("How long before the agreement ends. 60d, where not given.")]
    public Located<DurationText>? TermEnds { get; init; }

    [Key("How long before the last day on which notice can be given. 30d, where not given.")]
    public Located<DurationText>? NoticeEnds { get; init; }

    [Key("How long before a list of holidays ends. 60d, where not given.")]
    public Located<DurationText>? HolidaysEnd { get; init; }

    [Key("How long before nobody is on call by a feed. 7d, where not given.")]
    public Located<DurationText>? OnCallEnds { get; init; }
}
