namespace SlaMonitor.Local.Sqlite;

/// <summary>That this process alone works in the folder of its databases.</summary>
internal interface IFolderLock
{
    /// <summary>Whether another process could not begin there.</summary>
    bool IsHeld { get; }
}
