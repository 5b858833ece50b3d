using System.Collections.Concurrent;

namespace SlaMonitor.Core.Tests.Reporting.Slow;

/// <summary>
/// The slow and obvious ticket: it lives through its raw events quarter of an hour by quarter of an hour, with two stop watches beside it.
/// Shares no code with the product; exact because all that happens, opens and closes does so on a quarter.
/// </summary>
internal sealed class SlowTicket
{
    private static readonly ConcurrentDictionary<(int Version, bool Excluding), bool[]> Hours = [];

    private readonly int _now;
    private bool _gone;

    private SlowTicket(int createdAt, int now) =>
        (CreatedAt, Version, _now) = (createdAt, createdAt < SlowDesk.AmendedAt ? 1 : 2, now);

    public int CreatedAt { get; }

    public int Version { get; }

    /// <summary>met, breached, cancelled or open; and when it was decided.</summary>
    public (string State, int At) Response { get; private set; }

    public (string State, int At) Resolution { get; private set; }

    public (string State, int At) ResponseUnexcluded { get; private set; }

    public (string State, int At) ResolutionUnexcluded { get; private set; }

    /// <summary>What would have become of the resolution had no due time been agreed; the same where none was.</summary>
    public (string State, int At) ResolutionUnagreed { get; private set; }

    /// <summary>Until when the resolution was agreed, where that was in time.</summary>
    public int? Agreed { get; private set; }

    /// <summary>resolved or given up, and when; <c>null</c> while it is open.</summary>
    public (bool Resolved, int At)? Settled { get; private set; }

    public List<int> Reopened { get; } = [];

    public (int Value, int At)? Rating { get; private set; }

    /// <summary>Plays the events that have happened by now.</summary>
    public static SlowTicket Play(IReadOnlyList<(int At, string What)> events, int now)
    {
        var ticket = new SlowTicket(events[0].At, now);
        var known = events.Where(e => e.At <= now).ToList();
        (ticket.ResponseUnexcluded, ticket.ResolutionUnexcluded) = ticket.Live(known, excluding: false);
        (ticket.Response, ticket.ResolutionUnagreed) = ticket.Live(known, excluding: true);
        ticket.Resolution = ticket.ResolutionUnagreed;
        if (ticket.Agreed is { } until)
        {
            ticket.Resolution = ticket.Verdict(until, ticket.Settled?.At, ticket._gone);
            ticket.ResolutionUnexcluded = ticket.Resolution;
        }

        return ticket;
    }

    private ((string, int), (string, int)) Live(List<(int At, string What)> events, bool excluding)
    {
        var open = OpenQuarters(Version, excluding);
        var (responseUsed, resolutionUsed) = (0, 0);
        (int? responseDue, int? resolutionDue) = (null, null);
        (int? responseEnd, int? settledAt) = (null, null);
        var (status, replied, saidResolved, gone) = ("open", false, false, false);
        Reopened.Clear();
        Agreed = null;

        var next = 0;
        for (var quarter = events[0].At; quarter <= _now; quarter++)
        {
            for (; next < events.Count && events[next].At == quarter; next++)
            {
                var (at, what) = events[next];
                switch (what)
                {
                    case "reply":
                        if (!replied) responseEnd = settledAt ?? at;
                        replied = true;
                        break;
                    case "pending" or "open":
                        status = what;
                        break;
                    case "resolved" or "closed" or "deleted" or "merged":
                        if (settledAt is null)
                        {
                            settledAt = at;
                            gone = what is "deleted" or "merged";
                        }

                        saidResolved |= what == "resolved";
                        break;
                    case "reopened":
                        Reopened.Add(at);
                        (settledAt, status, saidResolved, gone) = (null, "open", false, false);
                        break;
                    case "agree":
                        if (settledAt is null && !((Agreed ?? resolutionDue) < at)) Agreed = SlowHistories.AgreedUntil(at);
                        break;
                    case "good" or "bad":
                        Rating = (what == "good" ? 5 : 1, at);
                        break;
                }
            }

            if (!open[quarter] || settledAt is not null) continue;

            if (!replied && ++responseUsed == SlowDesk.ResponseQuarters(Version)) responseDue = quarter + 1;
            if (status == "open" && ++resolutionUsed == SlowDesk.ResolutionQuarters(Version)) resolutionDue = quarter + 1;
        }

        _gone = gone;
        Settled = settledAt is { } end ? (saidResolved && !gone, end) : null;
        return (Verdict(responseDue, responseEnd ?? settledAt, gone && responseEnd is null), Verdict(resolutionDue, settledAt, gone));
    }

    private (string State, int At) Verdict(int? due, int? end, bool gone) =>
        due < (end ?? _now) ? ("breached", due.Value) : end is { } at ? (gone ? "cancelled" : "met", at) : ("open", 0);

    private static bool[] OpenQuarters(int version, bool excluding)
    {
        return Hours.GetOrAdd((version, excluding), _ =>
        [
            .. Enumerable.Range(0, 160 * 96).Select(quarter =>
            {
                var at = SlowDesk.At(quarter);
                var wall = at.InZone(SlowDesk.Zone(version));
                return wall.DayOfWeek <= IsoDayOfWeek.Friday && wall.Hour is >= 9 and < 18
                    && !(excluding && SlowDesk.Excluded.Any(span => span.From <= at && at < span.To));
            }),
        ]);
    }
}
