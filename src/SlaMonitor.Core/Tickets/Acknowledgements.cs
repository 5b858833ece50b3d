namespace SlaMonitor.Core.Tickets;

/// <summary>Who has a promise when, out of what the log says: taken, handed over, given back.</summary>
internal static class Acknowledgements
{
    /// <summary>
    /// Notes what the log says next. Whoever takes first has it: until that expires, nobody can take the same promise. What is handed over
    /// or given back is so only while the one who is said to have it does.
    /// </summary>
    public static void Note(List<Acknowledgement> noted, Acknowledgement? next)
    {
        if (next is null) return;

        var holds = noted.FindIndex(other => other.Clock == next.Clock && other.HoldsAt(next.At));
        if (next.Replaces is not { } holder)
        {
            if (holds < 0) noted.Add(next);
            return;
        }

        if (holds < 0 || !string.Equals(noted[holds].By, holder, StringComparison.OrdinalIgnoreCase)) return;

        if (noted[holds].At < next.At) noted[holds] = noted[holds] with { Until = next.At, EndedBy = next.GivenBy ?? next.By };
        else noted.RemoveAt(holds);
        if (next.Until > next.At) noted.Add(next);
    }
}
