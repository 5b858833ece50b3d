using NodaTime;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Format;

[Section("a contact", "Somebody who can be told: an address, people who take turns, or a channel.")]
internal sealed record ContactSection : Section
{
    [Key("The address of a single person.")]
    public Located<EmailAddress>? Email { get; init; }

    [Key("By what the contact is told: email, or channels of the settings, as in [slack: ops, email]. By mail, where not given.")]
    public Items<ViaSection>? Via { get; init; }

    [Key("The language of the contact's mail. The agreement's, where not given.")]
    public Located<LanguageTag>? Language { get; init; }

    [Key("The zone in which the contact's mail shows times. The agreement's, where not given.")]
    public Located<DateTimeZone>? TimeZone { get; init; }

    [Key("How the contact's mails are grouped over time. As the agreement says, where not given.")]
    public GroupingSection? Grouping { get; init; }

    [Key("When mail to the contact is held back, but for on-call duty. Never, where not given.")]
    public QuietHoursSection? QuietHours { get; init; }

    [Key("Other names of the contact: the agent or group as the helpdesk writes it.")]
    public Items<Located<string>>? KnownAs { get; init; }

    [Key("How long a turn lasts, for people who take turns.")]
    public Located<RotationPeriod>? Rotation { get; init; }

    [Key("When the next one takes over: 'mon 09:00' for weekly turns, '09:00' for daily ones.")]
    public Located<HandoverText>? Handover { get; init; }

    [Key("A day of the first member's first turn. The first day of the term, where not given.")]
    public Located<LocalDate>? FirstTurn { get; init; }

    [Key("Who takes turns, in order: addresses, or contacts that have one.")]
    public Items<Located<string>>? Members { get; init; }

    [Key("The calendar that says who is on call, instead of turns: an iCalendar file beside the agreement, or an https address.")]
    public Located<FeedText>? Feed { get; init; }

    [Key("Who stands in when.")]
    public Items<OverrideSection>? Overrides { get; init; }
}
