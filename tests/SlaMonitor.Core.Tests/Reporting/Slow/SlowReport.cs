namespace SlaMonitor.Core.Tests.Reporting.Slow;

/// <summary>
/// The figures of a month, each counted by going through all tickets once more, and the credit worked out rule by rule with pencil and
/// paper. Shares no code with the product.
/// </summary>
internal sealed class SlowReport(IReadOnlyList<SlowTicket> tickets, int year, int month)
{
    private static readonly DateOnly Amended = new(2024, 3, 15);

    public int Count(string target, string state) => tickets.Count(ticket =>
        target switch { "response" => ticket.Response, _ => ticket.Resolution } is var promise
        && promise.State == state && (state == "open" || IsIn(ticket, promise.At)));

    public int Count(string state) => Count("response", state) + Count("resolution", state);

    /// <summary>Promises that counted as kept, and would have been broken without exclusions.</summary>
    public int Saved() => tickets.Count(ticket => IsSaved(ticket, ticket.Response, ticket.ResponseUnexcluded))
        + tickets.Count(ticket => IsSaved(ticket, ticket.Resolution, ticket.ResolutionUnexcluded));

    /// <summary>Kept and broken promises that had a due time agreed for them.</summary>
    public int WithAgreedDue() => tickets.Count(ticket => IsAgreedAndDecided(ticket));

    /// <summary>The attainment of the same promises, had nothing been agreed.</summary>
    public decimal? AttainmentWithoutAgreedDues()
    {
        var (met, breached) = (0, 0);
        foreach (var ticket in tickets)
        {
            foreach (var (counted, without) in new[] { (ticket.Response, ticket.Response), (ticket.Resolution, ticket.ResolutionUnagreed) })
            {
                if (counted.State is not ("met" or "breached") || !IsIn(ticket, counted.At)) continue;
                if (without.State == "met") met++;
                if (without.State == "breached") breached++;
            }
        }

        return met + breached == 0 ? null : met * 100m / (met + breached);
    }

    public int OpenByAgreedDue() => tickets.Count(ticket =>
        ticket.Agreed is not null && ticket.Resolution.State == "open" && ticket.ResolutionUnagreed.State == "breached"
        && SlowDesk.At(ticket.CreatedAt).InZone(SlowDesk.Shanghai).Date < new LocalDate(year, month, 1).PlusMonths(1));

    public int Resolved() => tickets.Count(ticket => ticket.Settled is { Resolved: true } settled && IsIn(ticket, settled.At));

    public int GivenUp() => tickets.Count(ticket => ticket.Settled is { Resolved: false } settled && IsIn(ticket, settled.At));

    public int Reopened() => tickets.Sum(ticket => ticket.Reopened.Count(at => IsIn(ticket, at)));

    public List<int> Ratings() =>
        [.. from ticket in tickets where ticket.Rating is { } rating && IsIn(ticket, rating.At) select ticket.Rating!.Value.Value];

    public decimal? Attainment(string? target = null)
    {
        var met = target is null ? Count("met") : Count(target, "met");
        var breached = target is null ? Count("breached") : Count(target, "breached");
        return met + breached == 0 ? null : met * 100m / (met + breached);
    }

    public decimal Credit()
    {
        var days = DateTime.DaysInMonth(year, month);
        var fee = Enumerable.Range(1, days).Sum(day => SlowDesk.Basic(new DateOnly(year, month, day) < Amended ? 1 : 2)) / days;

        var sum = 0m;
        if (Attainment() is { } all) sum += fee * (all < 80 ? 10 : all < 95 ? 5 : 0) / 100;
        if (Attainment("response") < 90) sum += fee * 2 / 100;
        if (Resolved() + GivenUp() > 0 && 100m * Resolved() / (Resolved() + GivenUp()) < 90) sum += fee * 3 / 100;
        if (Ratings() is { Count: > 0 } ratings && (decimal)ratings.Sum() / ratings.Count < 3) sum += fee * 1 / 100;

        return Math.Round(Math.Min(sum, fee * 15 / 100), 2, MidpointRounding.ToEven);
    }

    private bool IsSaved(SlowTicket ticket, (string State, int At) counted, (string State, int At) unexcluded) =>
        counted.State == "met" && unexcluded.State == "breached" && IsIn(ticket, counted.At);

    private bool IsAgreedAndDecided(SlowTicket ticket) =>
        ticket.Agreed is not null && ticket.Resolution.State is "met" or "breached" && IsIn(ticket, ticket.Resolution.At);

    private bool IsIn(SlowTicket ticket, int quarter)
    {
        var wall = SlowDesk.At(quarter).InZone(SlowDesk.Zone(ticket.Version));
        return wall.Year == year && wall.Month == month;
    }
}
