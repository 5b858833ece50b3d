namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>What was found about one thing in a data folder.</summary>
/// <param name="Name">The thing.</param>
/// <param name="IsGood">Whether it is as it should be.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Cure">What to do; <c>null</c> where nothing is to be done.</param>
public sealed record FolderFinding(string Name, bool IsGood, string Seen, string? Cure = null)
{
    /// <summary>What to do where a rebuild mends it.</summary>
    public const string Rebuild = "stop the monitor, and run this again with --rebuild";

    /// <summary>What to do where nothing else brings back what is lost.</summary>
    public const string Restore = "restore a backup (--restore FILE) into an empty folder if it has more";

    /// <summary>It is as it should be.</summary>
    public static FolderFinding Good(string name, string seen) => new(name, IsGood: true, seen);

    /// <summary>It is not.</summary>
    public static FolderFinding Bad(string name, string seen, string cure) => new(name, IsGood: false, seen, cure);
}
