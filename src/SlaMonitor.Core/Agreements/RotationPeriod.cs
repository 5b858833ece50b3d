namespace SlaMonitor.Core.Agreements;

/// <summary>How long one turn of a <see cref="Rotation"/> lasts.</summary>
public enum RotationPeriod
{
    /// <summary>From handover time to handover time of the next day.</summary>
    Daily,

    /// <summary>From handover day to the same day of the next week.</summary>
    Weekly,
}
