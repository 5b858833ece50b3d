using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>Which of the due times that were agreed for a ticket count for one of its clocks.</summary>
internal static class AgreedDues
{
    /// <summary>
    /// The last that was agreed while the clock ran, and before it was due: what is broken already cannot be agreed away.
    /// </summary>
    public static AgreedDueSince? InForce(Clock clock)
    {
        AgreedDueSince? inForce = null;
        foreach (var agreed in clock.Ticket.AgreedDues)
        {
            if (IsFor(clock, agreed) && !IsTooLate(clock, inForce, agreed)) inForce = agreed;
        }

        return inForce;
    }

    /// <summary>
    /// Those that were meant for the clock and do not count: it was due already, or they were past, or its target allows for none.
    /// </summary>
    public static IReadOnlyList<AgreedDueSince> Refused(Clock clock)
    {
        List<AgreedDueSince> refused = [];
        AgreedDueSince? inForce = null;
        foreach (var agreed in clock.Ticket.AgreedDues.Where(agreed => IsFor(clock, agreed)))
        {
            if (!clock.Target.AllowsAgreedDue || IsTooLate(clock, inForce, agreed)) refused.Add(agreed);
            else inForce = agreed;
        }

        return refused;
    }

    /// <summary>Whether it was past when it was agreed.</summary>
    public static bool IsPast(AgreedDueSince agreed) => agreed.Agreed.Due <= agreed.From;

    private static bool IsFor(Clock clock, AgreedDueSince agreed) =>
        string.Equals(agreed.Agreed.Metric, clock.Target.Metric.Name, StringComparison.Ordinal)
        && agreed.From >= clock.StartedAt && !(clock.EndedAt <= agreed.From);

    private static bool IsTooLate(Clock clock, AgreedDueSince? inForce, AgreedDueSince agreed)
    {
        var due = inForce is null ? clock.ComputedDueAt : inForce.Agreed.Due;
        return due < agreed.From || IsPast(agreed);
    }
}
