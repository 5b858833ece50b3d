namespace SlaMonitor.Monitoring.Tests.Model;

/// <summary>
/// What the model's agreement says of one ticket, written down a second time, minute by minute and without a line of the product. Times are
/// whole minutes; everything is worked out anew from all that is known whenever somebody asks.
/// </summary>
internal sealed class SpecTicket(string id, int created, bool urgent, string? assignee, bool isEmergency)
{
    private const int Day = 24 * 60;

    private readonly List<(int At, int Order, bool Urgent)> _priorities = [(created, 0, urgent)];
    private readonly List<int> _replies = [];
    private readonly List<(string Clock, int At, int Until)> _taken = [];
    private readonly Dictionary<string, List<string>> _told = [];
    private readonly Dictionary<string, (double Since, double Until)> _waits = [];
    private readonly HashSet<string> _done = [];

    public string Id => id;

    public int Created => created;

    public void Priority(int at, int order, bool isUrgent) => _priorities.Add((at, order, isUrgent));

    public void Reply(int at) => _replies.Add(at);

    /// <summary>The promise as it is now: which clock, how many minutes, and when it ended.</summary>
    public (string Clock, int Budget, bool Urgent, int? Ended) Promise()
    {
        int? ended = _replies.Count == 0 ? null : _replies.Min();
        var isUrgent = _priorities.Where(p => ended is null || p.At <= ended).OrderBy(p => p.At).ThenBy(p => p.Order).Last().Urgent;
        return isUrgent ? ("urgent/1/7200s", 120, true, ended) : ("normal/1/28800s", 480, false, ended);
    }

    /// <summary>Somebody wants to take the promise: whether they have it now.</summary>
    public bool Take(int now)
    {
        var (clock, _, _, ended) = Promise();
        if (ended <= now || _taken.Any(t => t.Clock == clock && t.At <= now && now < t.Until)) return false;

        _taken.Add((clock, now, now + 240));
        return true;
    }

    /// <summary>All that somebody is to be told now, or with their next mail.</summary>
    public IEnumerable<SpecThing> Look(int now)
    {
        var (clock, budget, isUrgent, ended) = Promise();
        var steps = StepsOf(clock, budget, isUrgent, ended);
        var coming = steps
            .Where(step => MayBeTold(step, now) && !_done.Contains(step.Key) && Wanted(step.Name, step.Comes))
            .ToList();
        var known = steps.Where(step => coming.Contains(step) || _done.Contains(step.Key) || _told.ContainsKey(step.Key)).ToList();
        foreach (var step in coming)
        {
            var whom = step.Whom
                .Where(who => !IsTold(step.Key, who) && !known.Any(later => later.Moment > step.Moment && later.Whom.Contains(who)))
                .ToList();
            if (whom.Count == 0) _done.Add(step.Key);
            foreach (var who in whom)
            {
                yield return new SpecThing(
                    this, step.Key, who, InWords(step.Name), step.Ready, Since(step.Key, step.Ready))
                {
                    Due = step.Name == "50%" ? created + budget : null,
                    IsPressing = isEmergency && step.Name != "50%",
                    IsQuietAt = step.IsDelayed ? minute => !IsOpen((int)minute) : null,
                };
            }
        }

        var key = $"{clock}/all-clear";
        var broken = _told
            .Where(told => told.Key.StartsWith(clock + "/due", StringComparison.Ordinal))
            .SelectMany(told => told.Value)
            .Distinct();
        if (ended < now && ended <= created + budget && !_done.Contains(key) && (isUrgent || IsOpen(now)))
        {
            foreach (var who in broken.Where(who => !IsTold(key, who)).ToList())
            {
                yield return new SpecThing(this, key, who, $"AllClear all-clear of {id}", ended.Value, Since(key, ended.Value))
                {
                    IsQuietAt = isUrgent ? null : minute => !IsOpen((int)minute),
                };
            }
        }

        bool Wanted(string name, double comes) => ended is null || ended > now || (name != "50%" && now - comes <= Day);

        double Since(string of, double ready) => _waits.TryGetValue(of, out var wait) ? Math.Max(wait.Since, ready) : now;
    }

    /// <summary>Somebody is told.</summary>
    public void Tell(string key, string who)
    {
        if (!_told.TryGetValue(key, out var told)) _told[key] = told = [];
        told.Add(who);
    }

    /// <summary>What becomes of a step after a look: it waits for those who were not told, or is done.</summary>
    public void Wait(string key, double? since, double? until)
    {
        if (until is null) _done.Add(key);
        else _waits[key] = (since!.Value, until.Value);
    }

    /// <summary>
    /// What must have been told to whom in the end, whenever: of what nobody has answered the latest step, and that a promise was kept where
    /// the contrary was told.
    /// </summary>
    /// <param name="told">Who was told what of the promise.</param>
    public IEnumerable<string> Owed(IReadOnlySet<string> told)
    {
        var (clock, budget, isUrgent, ended) = Promise();
        if (ended is null)
        {
            return StepsOf(clock, budget, isUrgent, ended)
                .SelectMany(step => step.Whom.Select(who => (step.Moment, Who: who, What: $"{who}: {InWords(step.Name)}")))
                .GroupBy(owed => owed.Who)
                .Select(ofOne => ofOne.MaxBy(owed => owed.Moment).What);
        }

        string[] everybody = assignee is null ? ["lead", "boss"] : [assignee, "lead", "boss"];
        return ended > created + budget
            ? []
            : everybody
                .Where(who => told.Contains($"{who}: {InWords("due")}") || told.Contains($"{who}: {InWords("due + 1h elapsed")}"))
                .Select(who => $"{who}: AllClear all-clear of {id}");
    }

    private string InWords(string step) => $"{(step == "50%" ? "Warning" : "Breach")} {step} of {id}";

    private bool IsTold(string key, string who) => _told.TryGetValue(key, out var told) && told.Contains(who);

    private static bool MayBeTold(SpecStep step, int now) =>
        step.Comes < now || (step.Ready < step.Comes && step.Ready < now && !(step.IsDelayed && !IsOpen(now)));

    private List<SpecStep> StepsOf(string clock, int budget, bool isUrgent, int? ended)
    {
        var due = created + budget;
        string[] holders = assignee is null ? [] : [assignee];
        return
        [
            .. new[]
            {
                // The fallback, where nobody is named.
                (Name: "50%", Moment: created + (budget / 2), Whom: assignee is null ? ["boss"] : holders),
                (Name: "due", Moment: due, Whom: [.. holders, "lead"]),
                (Name: "due + 1h elapsed", Moment: due + 60, Whom: ["boss"]),
            }
            .Where(step => !(step.Moment >= ended))
            .Select(step => Step(step.Name, step.Moment, step.Whom))
            .OfType<SpecStep>(),
        ];

        SpecStep? Step(string name, int moment, string[] whom)
        {
            var key = $"{clock}/{name}";
            var isDelayed = !isUrgent && name != "due + 1h elapsed";
            double? ready = null;
            for (var minute = moment; ; minute++)
            {
                if (ready is not null && _waits[key].Until < minute)
                    return new SpecStep(key, name, moment, _waits[key].Until, ready.Value, whom, isDelayed);

                var until = _taken
                    .Where(t => t.Clock == clock && t.At <= minute && minute < t.Until)
                    .Select(t => (int?)t.Until)
                    .FirstOrDefault();
                if (name != "due + 1h elapsed" && until is not null)
                {
                    if (ended <= until) return null; // settled by whoever had it
                    ready = null;
                }
                else if (!isDelayed || IsOpen(minute))
                {
                    if (!_waits.TryGetValue(key, out var wait) || wait.Until <= minute)
                        return new SpecStep(key, name, moment, minute, ready ?? minute, whom, isDelayed);
                    ready ??= minute;
                }
            }
        }
    }

    /// <summary>Nine to six, every day.</summary>
    private static bool IsOpen(int minute) => minute % Day is >= 9 * 60 and < 18 * 60;

    private sealed record SpecStep(string Key, string Name, int Moment, double Comes, double Ready, string[] Whom, bool IsDelayed);
}
