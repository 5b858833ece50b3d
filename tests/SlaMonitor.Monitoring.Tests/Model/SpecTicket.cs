namespace SlaMonitor.Monitoring.Tests.Model;

/// <summary>
/// What the model's agreement says of one ticket, written down a second time, minute by minute and without a line of the product. Times are
/// whole minutes; everything is worked out anew from all that is known whenever somebody asks.
/// </summary>
internal sealed class SpecTicket(string id, int created, bool urgent, string? assignee)
{
    private const int Day = 24 * 60;

    private readonly List<(int At, int Order, bool Urgent)> _priorities = [(created, 0, urgent)];
    private readonly List<int> _replies = [];
    private readonly List<(string Clock, int At, int Until)> _taken = [];
    private readonly Dictionary<string, List<string>> _told = [];

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

    /// <summary>Looks at the ticket: who is to be told what.</summary>
    public IEnumerable<(string Who, string What)> Look(int now)
    {
        var (clock, budget, isUrgent, ended) = Promise();
        var steps = StepsOf(clock, budget, isUrgent, ended);
        var coming = steps
            .Where(step => step.Comes < now && !_told.ContainsKey($"{clock}/{step.Name}") && Wanted(step.Name, step.Comes))
            .ToList();
        var known = steps.Where(step => coming.Contains(step) || _told.ContainsKey($"{clock}/{step.Name}")).ToList();
        var news = new List<(string Who, string What)>();
        foreach (var step in coming)
        {
            var whom = step.Whom.Where(who => !known.Any(later => later.Moment > step.Moment && later.Whom.Contains(who))).ToList();
            _told[$"{clock}/{step.Name}"] = whom;
            news.AddRange(whom.Select(who => (who, $"{(step.Name == "50%" ? "Warning" : "Breach")} {step.Name} of {id}")));
        }

        var broken = _told.Where(told => told.Key.StartsWith(clock + "/due", StringComparison.Ordinal)).ToList();
        var kept = ended < now && ended <= created + budget;
        if (kept && broken.Count > 0 && (isUrgent || IsOpen(now)) && _told.TryAdd($"{clock}/all-clear", []))
            news.AddRange(broken.SelectMany(told => told.Value).Distinct().Select(who => (who, $"AllClear all-clear of {id}")));

        return news;

        bool Wanted(string name, int comes) => ended is null || ended > now || (name != "50%" && now - comes <= Day);
    }

    private List<(string Name, int Moment, int Comes, string[] Whom)> StepsOf(string clock, int budget, bool isUrgent, int? ended)
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
            .Select(step => (step.Name, step.Moment, Comes: Comes(step.Name, step.Moment), step.Whom))
            .Where(step => step.Comes is not null)
            .Select(step => (step.Name, step.Moment, step.Comes!.Value, step.Whom)),
        ];

        int? Comes(string name, int moment)
        {
            for (var minute = moment; ; minute++)
            {
                var until = _taken
                    .Where(t => t.Clock == clock && t.At <= minute && minute < t.Until)
                    .Select(t => (int?)t.Until)
                    .FirstOrDefault();
                if (name != "due + 1h elapsed" && until is not null)
                {
                    if (ended <= until) return null; // settled by whoever had it
                }
                else if (isUrgent || name == "due + 1h elapsed" || IsOpen(minute))
                {
                    return minute;
                }
            }
        }
    }

    /// <summary>Nine to six, every day.</summary>
    private static bool IsOpen(int minute) => minute % Day is >= 9 * 60 and < 18 * 60;
}
