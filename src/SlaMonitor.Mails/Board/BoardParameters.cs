namespace SlaMonitor.Mails.Board;

/// <summary>What the address of the board is asked with: its form writes the names that its door reads.</summary>
public static class BoardParameters
{
    /// <summary>The agreement's id.</summary>
    public const string Agreement = "agreement";

    /// <summary>The target's id.</summary>
    public const string Target = "target";

    /// <summary>The customer.</summary>
    public const string Customer = "customer";

    /// <summary>The group that has the ticket.</summary>
    public const string Group = "group";

    /// <summary>The agent who has the ticket, or who took the promise.</summary>
    public const string Assignee = "assignee";

    /// <summary>Whether only what the reader has is shown.</summary>
    public const string Mine = "mine";

    /// <summary>How the promise stands.</summary>
    public const string State = "state";

    /// <summary>Whether it is for a screen on the wall.</summary>
    public const string Wall = "wall";

    /// <summary>The reader's language.</summary>
    public const string Language = "lang";
}
