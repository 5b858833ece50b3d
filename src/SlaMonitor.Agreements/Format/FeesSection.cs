using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements.Indicators;

namespace SlaMonitor.Agreements.Format;

[Section("fees", "What the service costs, as far as credits and reports need it.")]
internal sealed record FeesSection : Section
{
    [Key("The ISO 4217 code of every amount, as in CNY or EUR.", Required = true)]
    public Located<CurrencyCode>? Currency { get; init; }

    [Key("What the basic and the value-added fees are paid for. A month, where not given.")]
    public Located<ReportPeriod>? Per { get; init; }

    [Key("The basic fee.", Required = true, Minimum = 0)]
    public Located<decimal>? Basic { get; init; }

    [Key("The fee for each emergency. None, where not given.", Minimum = 0)]
    public Located<decimal>? EmergencyPerTicket { get; init; }

    [Key("Fees for services beyond the basic one.")]
    public Items<ValueAddedSection>? ValueAdded { get; init; }
}
