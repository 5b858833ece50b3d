namespace SlaMonitor.EndToEnd.Crash;

/// <summary>What is killed, and how often.</summary>
/// <param name="Setup">Where the monitor keeps what it knows, and how its mails leave.</param>
/// <param name="Kills">How often a monitor is killed; with none, the mail servers are well all the time.</param>
/// <param name="Seed">Whatever is drawn is drawn from it.</param>
internal sealed record CrashPlan(CrashSetup Setup, int Kills, int Seed)
{
    /// <summary>How many monitors work at the same tickets.</summary>
    public int Monitors => Setup == CrashSetup.Two ? 2 : 1;

    /// <summary>Whether tickets are kept in Table storage.</summary>
    public bool OnTables => Setup is CrashSetup.Tables or CrashSetup.Two;

    /// <summary>
    /// The run without kills that this one is compared with: one monitor on SQLite, whatever the store, for the same has to come of it.
    /// </summary>
    public CrashPlan Undisturbed => this with { Setup = Setup == CrashSetup.Folder ? CrashSetup.Folder : CrashSetup.Sqlite, Kills = 0 };
}
