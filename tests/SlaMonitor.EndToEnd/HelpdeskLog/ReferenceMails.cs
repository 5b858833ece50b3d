namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>
/// Which mails the log leads to, worked out the slow and obvious way: somebody looks at each event's time, before it happens,
/// and at the end. What has come since the last look is one mail, all of it goes to the one contact there is, and of one clock
/// the latest step is enough.
/// </summary>
internal static class ReferenceMails
{
    /// <summary>Each mail as the list of what it tells, in an order of its own.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, ReferenceTicket> tickets, IEnumerable<Instant> looks)
    {
        var mails = new SortedDictionary<Instant, List<string>>();
        var times = looks.Distinct().Order().ToList();
        foreach (var (ticket, owed) in tickets)
        {
            foreach (var clock in owed.Mails.GroupBy(mail => mail.Step.Split(' ')[0]))
            {
                foreach (var together in clock.GroupBy(step => times.First(look => look > step.At)))
                {
                    if (!mails.TryGetValue(together.Key, out var mail)) mails[together.Key] = mail = [];
                    mail.Add($"{ticket}: {together.MaxBy(step => step.At).Step.Replace(" ", ", cycle 1, ", StringComparison.Ordinal)}");
                }
            }
        }

        return [.. mails.Values.Select(Whole).Order(StringComparer.Ordinal)];
    }

    public static string Whole(IEnumerable<string> told) => string.Join("; ", told.Order(StringComparer.Ordinal));
}
