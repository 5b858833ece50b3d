namespace SlaMonitor.EndToEnd.Stored;

/// <summary>Where tickets and notifications are kept.</summary>
public enum StoreKind
{
    /// <summary>In the data folder.</summary>
    Sqlite,

    /// <summary>In Table storage; the queue and the keys stay in the data folder.</summary>
    Tables,
}
