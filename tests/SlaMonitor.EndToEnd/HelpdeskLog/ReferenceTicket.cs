namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>A ticket that is played event by event with two stop watches beside it. Shares not a line with the product.</summary>
internal sealed class ReferenceTicket
{
    private const long ResponseBudget = 8 * 3600;
    private const long ResolutionBudget = 90 * 3600;

    private readonly List<(string Step, Instant At)> _mails = [];
    private string _status = "new";
    private bool _answered;

    private ReferenceTicket(Instant created)
    {
        Response.Start(created);
        Resolution.Start(created);
    }

    public ReferenceClock Response { get; } = new(ResponseBudget);

    public ReferenceClock Resolution { get; } = new(ResolutionBudget);

    /// <summary>The steps that somebody had to be told of, each with its moment.</summary>
    public IReadOnlyList<(string Step, Instant At)> Mails => _mails;

    public static IReadOnlyDictionary<string, ReferenceTicket> PlayAll(IEnumerable<LoggedEvent> events, Instant until)
    {
        var tickets = new Dictionary<string, ReferenceTicket>();
        foreach (var e in events)
        {
            if (!tickets.TryGetValue(e.Ticket, out var ticket)) tickets[e.Ticket] = ticket = new ReferenceTicket(e.Time);
            ticket.Play(e);
        }

        foreach (var ticket in tickets.Values) ticket.PassTo(until);
        return tickets;
    }

    public static string Outcome(ReferenceClock clock, Instant now, bool paused) =>
        clock.IsBrokenBy(now) ? "breached" : clock.EndedAt is not null ? "met" : paused ? "paused" : "running";

    public bool IsPaused => _status is "pending" or "onHold";

    private void Play(LoggedEvent e)
    {
        PassTo(e.Time);

        var wasDone = IsDone;
        _status = e.Status ?? _status;
        if (e.Type == "ticket.replied" && e.By == "agent" && e.Public != false)
        {
            _answered = true;
            Response.End(e.Time);
        }

        if (IsDone)
        {
            Response.End(e.Time);
            Resolution.End(e.Time);
        }
        else if (wasDone)
        {
            Resolution.Resume(e.Time);
            if (!_answered) Response.Resume(e.Time);
        }
    }

    private bool IsDone => _status is "resolved" or "closed";

    private void PassTo(Instant at)
    {
        Response.PassTo(at, counts: true);
        Resolution.PassTo(at, counts: !IsPaused && !IsDone);
        Note("response 80%", Response.Warned, at);
        Note("response due", Response.Exhausted, at);
        Note("resolution 80%", Resolution.Warned, at);
        Note("resolution due", Resolution.Exhausted, at);
    }

    /// <summary>A step is told of if it came before whatever happened next.</summary>
    private void Note(string step, Instant? at, Instant now)
    {
        if (at < now && !_mails.Exists(mail => mail.Step == step)) _mails.Add((step, at.Value));
    }
}
