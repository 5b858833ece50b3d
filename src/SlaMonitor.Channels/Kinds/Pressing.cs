namespace SlaMonitor.Channels.Kinds;

/// <summary>How pressing a message is, for phones and pagers that know more than one sound.</summary>
internal enum Pressing
{
    /// <summary>All is well, or it is of no promise.</summary>
    Nothing,

    /// <summary>A promise is at risk.</summary>
    AtRisk,

    /// <summary>A promise is broken, or somebody could not be told of it.</summary>
    Broken,
}
