namespace SlaMonitor.Monitoring.Notification.Languages;

/// <summary>The labels of an alert's rows.</summary>
public sealed record AlertLabels
{
    /// <summary>What stands between a label and its value.</summary>
    public required string Colon { get; init; }

    /// <summary>The ticket.</summary>
    public required string Ticket { get; init; }

    /// <summary>The customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The priority.</summary>
    public required string Priority { get; init; }

    /// <summary>What was promised.</summary>
    public required string Promise { get; init; }

    /// <summary>When it is or was due.</summary>
    public required string Due { get; init; }

    /// <summary>That a coming holiday announcement may move the due time.</summary>
    public required string Provisional { get; init; }

    /// <summary>What remains of the budget.</summary>
    public required string Left { get; init; }

    /// <summary>By how much it was exceeded.</summary>
    public required string Over { get; init; }

    /// <summary>What has been counted.</summary>
    public required string Counted { get; init; }

    /// <summary>When the clock was held.</summary>
    public required string Held { get; init; }

    /// <summary>What was excluded by agreement.</summary>
    public required string Excluded { get; init; }

    /// <summary>Who has the ticket.</summary>
    public required string Assignee { get; init; }

    /// <summary>Who else is told.</summary>
    public required string AlsoTold { get; init; }

    /// <summary>The button that opens the ticket.</summary>
    public required string OpenTicket { get; init; }

    /// <summary>The button that takes the promise.</summary>
    public required string Take { get; init; }

    /// <summary>Who has taken the promise, and until when.</summary>
    public required string TakenBy { get; init; }

    /// <summary>Who was to be told and could not be reached.</summary>
    public required string Unreached { get; init; }

    /// <summary>Stands for something that is not known or nobody.</summary>
    public required string None { get; init; }
}
