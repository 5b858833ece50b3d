using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.EndToEnd.Crash;

/// <summary>A run with kills, held against a run of the same events without.</summary>
/// <param name="Plan">What was planned.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Undisturbed">What comes of the same events without kills.</param>
internal sealed record CrashVerdict(CrashPlan Plan, CrashOutcome Outcome, CrashOutcome Undisturbed)
{
    /// <summary>
    /// How many mails one kill may double: host.json lets so many be sent at once, and the server may have taken each before the monitor
    /// could note it.
    /// </summary>
    private const int MostDoubledByAKill = 8;

    /// <summary>
    /// The mails that arrived again under the same id, each with its copies in the order in which they came: a kill may have come between
    /// the server's word and its record.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Arrival>> Doubled { get; } =
    [
        .. Outcome.Arrived
            .GroupBy(mail => mail.MessageId, StringComparer.Ordinal)
            .Where(copies => copies.Skip(1).Any())
            .Select(copies => copies.OrderBy(copy => copy.At).ToList()),
    ];

    /// <summary>Whatever went wrong, a line each.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. Outcome.Lost.Select(id => $"acknowledged and lost: event {id}"),
        .. Outcome.Misfiled.Concat(Undisturbed.Misfiled),
        .. Undisturbed.Recorded.Except(Outcome.Recorded, StringComparer.Ordinal).Select(line => $"not recorded: {line}"),
        .. Outcome.Recorded.Except(Undisturbed.Recorded, StringComparer.Ordinal).Select(line => $"recorded without need: {line}"),
        .. Undisturbed.Told.Keys.Union(Outcome.Told.Keys, StringComparer.Ordinal).SelectMany(Difference),
        .. Doubled.Where(copies => !WasCutOff(copies)).Select(InWords),
        .. DoubledByLife()
            .Where(life => life.Value > MostDoubledByAKill)
            .Select(life => $"one kill doubled {life.Value} mails, more than can be sent at once"),
    ];

    /// <summary>Plays a plan with and without its kills.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="azurite">Where tables are, if the plan needs them.</param>
    /// <param name="cancellationToken">Breaks it off; every process is stopped.</param>
    public static async Task<CrashVerdict> OfAsync(CrashPlan plan, Azurite? azurite, CancellationToken cancellationToken)
    {
        var outcome = await CrashRun.PlayAsync(plan, azurite, minutes: 0, cancellationToken);
        var undisturbed = await CrashRun.PlayAsync(plan.Undisturbed, azurite: null, outcome.Minutes, cancellationToken);
        return new CrashVerdict(plan, outcome, undisturbed);
    }

    public override string ToString() =>
        $"{Plan.Setup}, seed {Plan.Seed}: {Outcome.Kills} kills in {Outcome.Minutes} minutes of the monitor's clock; "
        + $"{Outcome.Acknowledged} events acknowledged, {Outcome.Lost.Count} lost; "
        + $"{Undisturbed.Recorded.Count} notifications without kills, {Outcome.Recorded.Count} with; "
        + $"{Outcome.Arrived.Count} mails, {Outcome.DeadLetters} dead letters sent again, {Doubled.Count} mails doubled by a kill "
        + $"(at most {DoubledByLife().Values.DefaultIfEmpty(0).Max()} by one).";

    /// <summary>Whether each copy but the last was sent by a process that was killed, and no process sent two.</summary>
    private static bool WasCutOff(IReadOnlyList<Arrival> copies) =>
        copies.SkipLast(1).All(copy => copy.Life.IsKilled) && copies.Select(copy => copy.Life).Distinct().Count() == copies.Count;

    private static string InWords(IReadOnlyList<Arrival> copies) =>
        $"doubled without a kill: mail {copies[0].MessageId}, "
        + string.Join(", ", copies.Select(copy => $"at {copy.At:HH:mm:ss.fff} by a process {(copy.Life.IsKilled ? "" : "not ")}killed"));

    private Dictionary<Life, int> DoubledByLife() =>
        Doubled.SelectMany(copies => copies.SkipLast(1)).CountBy(copy => copy.Life).ToDictionary();

    /// <summary>What was told more or less often than without kills, repeats of the same mail aside.</summary>
    private IEnumerable<string> Difference(string told)
    {
        var owed = Undisturbed.Told.GetValueOrDefault(told);
        var arrived = Outcome.Told.GetValueOrDefault(told);
        var repeated = Doubled.Sum(copies => copies.Skip(1).Sum(copy => copy.Told.Count(line => line == told)));
        if (arrived - repeated < owed) yield return $"not told: {told} ({arrived} of {owed} mails arrived, {repeated} of them repeats)";
        if (arrived - repeated > owed) yield return $"told twice: {told} ({arrived} mails arrived instead of {owed}, {repeated} repeats)";
    }
}
