namespace SlaMonitor.Core.Agreements;

/// <summary>The words that <see cref="EscalationStep.Notify"/> may hold besides ids of contacts.</summary>
public static class Recipient
{
    /// <summary>The agent who has the ticket.</summary>
    public const string Assignee = "assignee";

    /// <summary>The group that has the ticket.</summary>
    public const string Group = "group";
}
