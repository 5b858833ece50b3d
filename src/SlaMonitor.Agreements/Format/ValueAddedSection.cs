namespace SlaMonitor.Agreements.Format;

[Section("a value-added fee", "The fee for one service beyond the basic one.")]
internal sealed record ValueAddedSection : Section
{
    [Key("What the service is.", Required = true)]
    public Located<string>? Name { get; init; }

    [Key("What it costs for each fee period.", Required = true, Minimum = 0)]
    public Located<decimal>? Amount { get; init; }
}
