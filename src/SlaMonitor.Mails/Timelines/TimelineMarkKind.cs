namespace SlaMonitor.Mails.Timelines;

/// <summary>What a point on the line stands for.</summary>
public enum TimelineMarkKind
{
    /// <summary>The promise is or was due.</summary>
    Due,

    /// <summary>The clock ended: kept, broken or lapsed.</summary>
    Ended,

    /// <summary>The present.</summary>
    Now,
}
