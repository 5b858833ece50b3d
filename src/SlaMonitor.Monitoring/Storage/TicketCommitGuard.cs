using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>What every store refuses before it writes: commits that could never be read back as they were meant.</summary>
public static class TicketCommitGuard
{
    /// <summary>Refuses a commit that is a mistake of the program and not a matter of trying again.</summary>
    /// <exception cref="ArgumentException">
    /// An event of another ticket, one event twice, or an id that <see cref="StoredKey"/> refuses.
    /// </exception>
    public static void ThrowIfWrong(TicketCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        StoredKey.ThrowIfWrong(commit.TicketId);

        var seen = new HashSet<(string Source, string Id)>();
        foreach (var e in commit.NewEvents.Concat(commit.Rewritten).Concat(commit.Dropped))
        {
            StoredKey.ThrowIfWrong(e.Source);
            StoredKey.ThrowIfWrong(e.Id);
            if (!string.Equals(e.TicketId, commit.TicketId, StringComparison.Ordinal))
                throw new ArgumentException(
                    $"The commit is for ticket '{commit.TicketId}', its event '{e.Id}' for '{e.TicketId}'.", nameof(commit));
            if (!seen.Add((e.Source, e.Id)))
                throw new ArgumentException($"The commit has event '{e.Id}' of '{e.Source}' twice.", nameof(commit));
        }
    }
}
