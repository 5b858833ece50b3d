using SlaMonitor.Core.Agreements.Indicators;

namespace SlaMonitor.Core.Agreements.Credits;

/// <summary>What the service costs, as far as credits and reports need it.</summary>
/// <param name="Currency">The ISO 4217 code of every amount.</param>
/// <param name="Per">What the basic fee and the value-added fees are paid for.</param>
/// <param name="Basic">The basic fee.</param>
/// <param name="EmergencyPerTicket">The fee for each emergency.</param>
/// <param name="ValueAdded">Fees for services beyond the basic one.</param>
public sealed record FeeSchedule(
    string Currency, ReportPeriod Per, decimal Basic, decimal EmergencyPerTicket, IReadOnlyList<ValueAddedFee> ValueAdded);
