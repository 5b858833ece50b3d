using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Format;

[Section("a term", "For how long the agreement holds. Both days belong to it.")]
internal sealed record TermSection : Section
{
    [Key("The first day.", Required = true)]
    public Located<LocalDate>? From { get; init; }

    [Key("The last day of the first term. Without it, there is no end.")]
    public Located<LocalDate>? To { get; init; }

    [Key("What happens after that when nobody has given notice. Nothing (none), where not given.")]
    public Located<Renewal>? Renews { get; init; }

    [Key("How many days before the end of a term notice must be given.", Minimum = 0)]
    public Located<int>? NoticeDays { get; init; }

    [Key("The day on which somebody gave notice; the term then ends by its own rules.")]
    public Located<LocalDate>? NoticeGivenOn { get; init; }

    [Key("The last day, where the parties have settled on one whatever the term says.")]
    public Located<LocalDate>? EndedOn { get; init; }
}
