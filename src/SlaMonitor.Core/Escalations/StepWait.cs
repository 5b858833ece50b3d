namespace SlaMonitor.Core.Escalations;

/// <summary>What a step waits for, where it comes later than its moment.</summary>
public enum StepWait
{
    /// <summary>Nothing: it comes at its moment.</summary>
    None,

    /// <summary>Somebody has taken the promise: it waits until that expires.</summary>
    Acknowledged,

    /// <summary>It is not urgent: it waits until the quiet hours end.</summary>
    QuietHours,

    /// <summary>Whoever is told had a mail a moment ago: it waits for their next one.</summary>
    NextMail,
}
