using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("a target's calendar", "When the clock counts: a calendar, or one for each site.", Words = typeof(Name))]
internal sealed record TargetCalendarSection : Section
{
    [Key("The free field of the ticket that says which calendar counts, as in site.", Required = true)]
    public Located<string>? ByField { get; init; }

    [Key("The calendar for each value of the field. Values are compared without regard to case.", Required = true)]
    public Entries<string, Located<Name>>? Values { get; init; }

    [Key("The calendar for every other value, and for tickets without the field.", Required = true)]
    public Located<Name>? Otherwise { get; init; }

    /// <summary>The calendar of a ticket of which nothing is known.</summary>
    public Located<Name>? Plain => Word is Name name ? new Located<Name>(name, Place) : Otherwise;

    /// <summary>Every calendar that is named.</summary>
    public IEnumerable<Located<Name>> All =>
        (Values?.Values ?? []).Select(entry => entry.Value).Prepend(Plain).OfType<Located<Name>>();
}
