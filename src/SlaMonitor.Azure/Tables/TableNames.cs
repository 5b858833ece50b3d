namespace SlaMonitor.Azure.Tables;

/// <summary>The tables, by the names under which <c>infra/</c> creates them.</summary>
public static class TableNames
{
    /// <summary>Each ticket's log and state: one partition a ticket.</summary>
    public const string Tickets = "Tickets";

    /// <summary>When to look at which ticket: one partition a shard.</summary>
    public const string Due = "Due";

    /// <summary>Which notification was claimed, sent or refused: one partition a ticket.</summary>
    public const string Notifications = "Notifications";

    /// <summary>What each mail carried: one partition a mail.</summary>
    public const string Mails = "Mails";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Tickets, Due, Notifications, Mails];
}
