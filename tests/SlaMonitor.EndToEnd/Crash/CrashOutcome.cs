namespace SlaMonitor.EndToEnd.Crash;

/// <summary>What a run came to.</summary>
/// <param name="Minutes">For how many minutes of the monitor's clock events were posted.</param>
/// <param name="Kills">How many kills there were.</param>
/// <param name="Acknowledged">How many events were acknowledged.</param>
/// <param name="Lost">Those of them that the monitor does not know at the end.</param>
/// <param name="Recorded">What the monitor says that it told whom: ticket, step, recipient and what became of it.</param>
/// <param name="Arrived">The mails that arrived.</param>
/// <param name="DeadLetters">How many dead letters were sent again.</param>
internal sealed record CrashOutcome(
    int Minutes,
    int Kills,
    int Acknowledged,
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Recorded,
    IReadOnlyList<Arrival> Arrived,
    int DeadLetters)
{
    /// <summary>Where what is filed for reports is not what the tickets' logs say.</summary>
    public IReadOnlyList<string> Misfiled { get; init; } = [];

    /// <summary>How often who was told of which ticket, by the mails that arrived.</summary>
    public IReadOnlyDictionary<string, int> Told { get; } =
        Arrived.SelectMany(mail => mail.Told).CountBy(told => told, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
