namespace SlaMonitor.Monitoring.Storage;

/// <summary>The notes of which a channel has one for each ticket: where its thread begins. They are dropped when they are old.</summary>
public static class ThreadNotes
{
    /// <summary>What their names begin with.</summary>
    public const string Prefix = "thread ";

    /// <summary>Whether a note is one.</summary>
    public static bool Is(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
