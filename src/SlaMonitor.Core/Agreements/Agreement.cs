using NodaTime;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Core.Agreements;

/// <summary>One version of a service agreement: who promises what to whom, and what happens before and when a promise breaks.</summary>
public sealed record Agreement
{
    /// <summary>The agreement's name; the same in all its versions.</summary>
    public required string Id { get; init; }

    /// <summary>The title of the signed text.</summary>
    public required string Title { get; init; }

    /// <summary>Counts the amendments from 1. A ticket keeps the version in force when it was created.</summary>
    public required int Version { get; init; }

    /// <summary>
    /// A hash of all that is written in this version, the dates of its holidays included; empty where it was not read from a text. Two
    /// versions with the same fingerprint promise the same. Who is on call by a calendar is not part of it.
    /// </summary>
    public string Fingerprint { get; init; } = string.Empty;

    /// <summary>The first day, in <see cref="TimeZone"/>, on which new tickets fall under this version.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The moment at which <see cref="EffectiveFrom"/> begins.</summary>
    public Instant EffectiveAt => TimeZone.AtStartOfDay(EffectiveFrom).ToInstant();

    /// <summary>For how long the agreement holds, or <c>null</c> for an agreement without an end.</summary>
    public Term? Term { get; init; }

    /// <summary>Who promises.</summary>
    public Party? Provider { get; init; }

    /// <summary>To whom; which tickets are theirs is <see cref="Governs"/>.</summary>
    public Party? Customer { get; init; }

    /// <summary>The zone of every wall time in the agreement that names no other.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>The language of mails and reports, as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Which tickets the agreement governs.</summary>
    public Condition Governs { get; init; } = Condition.Always;

    /// <summary>The calendars by name.</summary>
    public required IReadOnlyDictionary<string, BusinessCalendar> Calendars { get; init; }

    /// <summary>The metrics that the agreement defines beside those that are built in, in file order.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>The promises, in file order.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>Which statuses pause which clocks.</summary>
    public PauseRule Pause { get; init; } = PauseRule.Default;

    /// <summary>What a reopening does to the resolution, and to a first response that nobody gave.</summary>
    public ReopenRule OnReopen { get; init; } = ReopenRule.Continue;

    /// <summary>People and rotations by id.</summary>
    public required IReadOnlyDictionary<string, Contact> Contacts { get; init; }

    /// <summary>
    /// The contact who is told when nobody else can be found; one of <see cref="Contacts"/>. <c>null</c> only in an agreement that has no
    /// <see cref="Escalations"/> and so tells nobody of anything.
    /// </summary>
    public required string? FallbackContact { get; init; }

    /// <summary>The escalation policies, in file order.</summary>
    public IReadOnlyList<EscalationPolicy> Escalations { get; init; } = [];

    /// <summary>How long an acknowledgement keeps the later steps quiet.</summary>
    public Duration AcknowledgementExpires { get; init; } = Duration.FromHours(4);

    /// <summary>How mails to one person are grouped over time, where their contact does not say otherwise.</summary>
    public Grouping Grouping { get; init; } = Grouping.Default;

    /// <summary>Who is told of the agreement's own dates before they come; <c>null</c> for nobody.</summary>
    public DateTerms? Dates { get; init; }

    /// <summary>Agreed stretches in which the clocks stand still.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>What is promised over a period rather than for a ticket.</summary>
    public IndicatorTerms Indicators { get; init; } = IndicatorTerms.None;

    /// <summary>What the service costs, or <c>null</c> where the file does not say.</summary>
    public FeeSchedule? Fees { get; init; }

    /// <summary>What broken promises cost, or <c>null</c> where nothing was agreed. Never without <see cref="Fees"/>.</summary>
    public CreditTerms? Credits { get; init; }

    /// <summary>Finds the contact that the helpdesk means by the name of an agent or a group.</summary>
    /// <returns>The contact, or <c>null</c> when nobody is known by that name.</returns>
    public Contact? ContactKnownAs(string name) => Contacts.Values.FirstOrDefault(contact => contact.IsMeantBy(name));
}
