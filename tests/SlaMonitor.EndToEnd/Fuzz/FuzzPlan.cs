using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>What is sent. An input is drawn from the seed and its index alone, so that any of them can be sent again.</summary>
/// <param name="Count">How many inputs.</param>
/// <param name="Seed">Whatever is drawn is drawn from it.</param>
/// <param name="First">The index of the first.</param>
internal sealed record FuzzPlan(int Count, int Seed, int First = 0)
{
    /// <summary>After so many inputs the monitor's clock is moved on by a minute, so that mails leave under the load.</summary>
    public const int Batch = 1_000;

    /// <summary>What the monitor's clock shows when an input is sent.</summary>
    public static Instant ClockAt(int index) => HelpdeskSamples.Evening + Duration.FromMinutes(index / Batch);
}
