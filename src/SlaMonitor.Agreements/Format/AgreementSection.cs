using NodaTime;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Format;

[Section("an agreement", "One version of a service agreement.")]
internal sealed record AgreementSection : Section
{
    [Key("The agreement's name, the same in all its versions.", Required = true)]
    public Located<Name>? Agreement { get; init; }

    [Key("The title of the signed text. The agreement's name, where not given.")]
    public Located<string>? Title { get; init; }

    [Key("Counts the amendments: 1, 2, 3… A ticket keeps the version in force when it was created.", Minimum = 1)]
    public Located<int>? Version { get; init; }

    [Key("The earlier version that this one changes: all that is not written here is as it was there.", Minimum = 1)]
    public Located<int>? Amends { get; init; }

    [Key("Of an amendment: what is no longer there, by name. Nothing, where not given.")]
    public RemovesSection? Removes { get; init; }

    [Key("The first day on which new tickets fall under this version. The first day of the term, where not given.")]
    public Located<LocalDate>? EffectiveFrom { get; init; }

    [Key("For how long the agreement holds. Without it, there is no end.")]
    public TermSection? Term { get; init; }

    [Key("Who promises.")]
    public ProviderSection? Provider { get; init; }

    [Key("To whom, and which tickets are theirs.")]
    public CustomerSection? Customer { get; init; }

    [Key("The IANA zone of every wall time and date that names no other, as in Europe/Berlin.", Required = true)]
    public Located<DateTimeZone>? TimeZone { get; init; }

    [Key("The language of mails and reports, as in en or zh-CN. English, where not given.")]
    public Located<LanguageTag>? Language { get; init; }

    [Key("When the service is open, by name.", Required = true)]
    public Entries<Name, CalendarSection>? Calendars { get; init; }

    [Key("Clocks of one's own beside the four that are built in, by name.")]
    public Entries<Name, MetricSection>? Metrics { get; init; }

    [Key("The promises. For each metric, the first that matches a ticket counts.", Required = true)]
    public Items<TargetSection>? Targets { get; init; }

    [Key("Which statuses pause which clocks. Pending and onHold stop resolution, where not given.")]
    public PauseSection? Pause { get; init; }

    [Key("What a reopening does to the resolution, and to a first response that nobody gave. The same clock goes on, where not given.")]
    public Located<ReopenRule>? OnReopen { get; init; }

    [Key("People and on-call rotations, by name.")]
    public Entries<Name, ContactSection>? Contacts { get; init; }

    [Key("The contact who is told when nobody else can be found. The provider's contact, where not given.")]
    public Located<Name>? FallbackContact { get; init; }

    [Key("Whom to tell before and when a promise breaks. The first policy that matches a ticket counts.")]
    public Items<EscalationSection>? Escalation { get; init; }

    [Key("For how long an acknowledgement keeps the later steps quiet, in real time. 4h, where not given.")]
    public Located<DurationText>? AcknowledgementExpires { get; init; }

    [Key("How mails to one person are grouped over time. At most one in 15m, where not given.")]
    public GroupingSection? Grouping { get; init; }

    [Key("Who is told before the term ends, notice is due, holidays run out or nobody is on call. Nobody, where not given.")]
    public DatesSection? Dates { get; init; }

    [Key("Who gets the report on each month by mail. Nobody, where not given.")]
    public ReportsSection? Reports { get; init; }

    [Key("Agreed stretches in which every clock stands still: force majeure, agreed outages.")]
    public Items<ExclusionSection>? Exclusions { get; init; }

    [Key("What is promised over a period rather than for a ticket.")]
    public IndicatorsSection? Indicators { get; init; }

    [Key("What the service costs.")]
    public FeesSection? Fees { get; init; }

    [Key("What broken promises cost.")]
    public CreditsSection? Credits { get; init; }
}
