namespace SlaMonitor.Mails.Languages;

/// <summary>The parts that a digest has, in the order in which it has them.</summary>
public enum DigestKind
{
    /// <summary>Promises that are broken.</summary>
    Broken,

    /// <summary>Promises that can still be kept.</summary>
    Open,

    /// <summary>Promises that were kept, or are not owed any more.</summary>
    Well,
}
