namespace SlaMonitor.Cli.Importing.Carrying;

/// <summary>
/// A policy of a helpdesk where the first policy that matches a ticket governs it whole: what that one does not promise, no later one does.
/// </summary>
/// <param name="Title">What people call it.</param>
/// <param name="When">For which tickets.</param>
internal sealed record CarriedPolicy(string Title, CarriedCondition When)
{
    /// <summary>One promise of a policy.</summary>
    /// <param name="What">What the helpdesk calls it, for the id.</param>
    /// <param name="Metric">The metric in the agreement.</param>
    /// <param name="Priority">Of which priority; <c>null</c>: of any.</param>
    /// <param name="Seconds">The budget.</param>
    /// <param name="Calendar">The name of the calendar.</param>
    internal sealed record Promise(string What, string Metric, string? Priority, long Seconds, string Calendar)
    {
        public bool? Pauses { get; init; }

        public IReadOnlyList<string> Notes { get; init; } = [];

        /// <summary>Why it cannot be carried over.</summary>
        public string? Uncarried { get; init; }

        public bool Covers(Promise other) => Metric == other.Metric && (Priority is null || Priority == other.Priority);
    }

    public List<Promise> Promises { get; } = [];

    /// <summary>What is said above its first target.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Why its condition cannot be carried over.</summary>
    public string? Uncarried { get; init; }

    /// <summary>The targets of policies, which come to the same as the policies in their order.</summary>
    public static IEnumerable<CarriedTarget> Targets(IReadOnlyList<CarriedPolicy> policies, HashSet<string> taken)
    {
        for (var i = 0; i < policies.Count; i++)
        {
            var policy = policies[i];
            var notes = (IReadOnlyList<string>)[$"{policy.Title}", .. policy.Notes];
            foreach (var promise in policy.Promises)
            {
                var silent = policies.Take(i)
                    .Where(before => before.Uncarried is null && !before.Promises.Exists(other => other.Covers(promise))).ToArray();
                yield return policy.TargetOf(promise, silent, notes, taken);
                notes = [];
            }
        }
    }

    private CarriedTarget TargetOf(Promise promise, CarriedPolicy[] silent, IReadOnlyList<string> notes, HashSet<string> taken)
    {
        var when = promise.Priority is null ? When : When.And(new CarriedCondition.Is("priority", [promise.Priority]));
        foreach (var before in silent.Where(before => !before.When.IsEvery)) when = when.And(new CarriedCondition.Not(before.When));

        var id = YamlText.Name(string.Join('-', (string?[])[Title, promise.What, promise.Priority]), taken);
        return new CarriedTarget(id, promise.Metric, when, promise.Seconds, promise.Calendar)
        {
            Pauses = promise.Pauses,
            Notes = [.. notes, .. promise.Notes],
            Uncarried = Uncarried ?? promise.Uncarried
                ?? (silent.FirstOrDefault(before => before.When.IsEvery) is { } all
                    ? $"'{all.Title}' takes every ticket before it, and does not promise this"
                    : null),
        };
    }
}
