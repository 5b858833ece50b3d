namespace SlaMonitor.Core.Agreements.Credits;

/// <summary>The fee for one service beyond the basic one.</summary>
/// <param name="Name">What the service is.</param>
/// <param name="Amount">What it costs for each period of the <see cref="FeeSchedule"/>, in its currency.</param>
public sealed record ValueAddedFee(string Name, decimal Amount);
