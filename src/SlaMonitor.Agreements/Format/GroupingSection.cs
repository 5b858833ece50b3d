using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("grouping", "How the mails to one person are grouped over time: the first at once, then at most one in a while.")]
internal sealed record GroupingSection : Section
{
    [Key("The least time between two mails to one person, but for what cannot wait. 0: each comes at once.", Required = true)]
    public Located<IntervalText>? Every { get; init; }
}
