namespace SlaMonitor.Conformance.Tickets;

/// <summary>
/// The cases that we answer otherwise than their source: what we answer (and nothing where a case expects something and we have nothing),
/// the rule that we follow, and why the one who has to keep the agreement is better off with it.
/// </summary>
internal static class Differences
{
    private const string EachExchange =
        "one cycle for each exchange: the last one has its own time, and the longer one before it keeps its own outcome, "
        + "breach included, in the report";

    public static IReadOnlyDictionary<string, Difference> Known { get; } = new Dictionary<string, Difference>(StringComparer.Ordinal)
    {
        ["tkt-007"] = new(
            EachExchange,
            "one slow answer is counted once, and the quick ones after it are seen",
            ("nextReply.elapsedMinutes", "5"), ("nextReply.remainingMinutes", "115")),
        ["tkt-013"] = new(
            "a budget that ends at closing time is due at closing time, not at the next opening",
            "whoever answers before going home is in time, and an answer in the night is late, as the contract says",
            ("nextDueAt", "2013-06-04T16:00:00Z"), ("firstResponse.dueAt", "2013-06-04T16:00:00Z")),
        ["tkt-023"] = new(
            "windows and pauses are exact to the second and beyond, nothing is rounded",
            "36 seconds are not taken from the agent",
            ("nextDueAt", "2016-11-09T09:26:36Z"), ("nextReply.dueAt", "2016-11-09T09:26:36Z")),
        ["tkt-033"] = new(
            EachExchange,
            "each exchange can be judged by itself",
            ("nextReply.elapsedMinutes", "5"), ("nextReply.remainingMinutes", "55")),
        ["tkt-047"] = new(
            "resolution ends the clock: a settled ticket counts nothing, however long it stays closed",
            "a closed ticket does not come due",
            ("addMinutes", null)),
        ["tkt-049"] = new(
            "next response counts from the oldest unanswered message of the customer; where none was written, nobody waits",
            "no alarm for a ticket that an agent or a monitor opened and on which no customer waits for a reply",
            ("nextReply.dueAt", null)),
    };

    /// <summary>The cases that ask by something that our agreements do not know, with its name.</summary>
    public static IReadOnlyDictionary<string, string> NotOurs { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["tkt-053"] = "policy.match.titleContains",
    };
}
