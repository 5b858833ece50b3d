namespace SlaMonitor.Monitoring.Access;

/// <summary>What somebody may do. Each role may do what those before it may.</summary>
public enum Role
{
    /// <summary>Sees the board, the lists and the reports, and changes nothing.</summary>
    Reader,

    /// <summary>Takes promises, hands them over and gives them back, swaps shifts, and sends in events.</summary>
    Agent,

    /// <summary>Does what concerns the monitor itself: dead letters, erasure, agreements, the audit log.</summary>
    Admin,
}
