using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("what an amendment removes", "What is no longer there, by the names that it had in the version before.")]
internal sealed record RemovesSection : Section
{
    [Key("Targets that are promised no longer.")]
    public Items<Located<Name>>? Targets { get; init; }

    [Key("Calendars that nothing counts by any more.")]
    public Items<Located<Name>>? Calendars { get; init; }

    [Key("Metrics of one's own that are measured no longer.")]
    public Items<Located<Name>>? Metrics { get; init; }

    [Key("Contacts who have left.")]
    public Items<Located<Name>>? Contacts { get; init; }

    public IEnumerable<Located<Name>> All =>
        new[] { Targets, Calendars, Metrics, Contacts }.SelectMany(names => names?.Values ?? []);
}
