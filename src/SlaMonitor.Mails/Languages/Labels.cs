namespace SlaMonitor.Mails.Languages;

/// <summary>The words of a language that stand alone: names of rows, states and buttons. Templates read them as <c>Words</c>.</summary>
public sealed record Labels
{
    /// <summary>What stands between a label and its value.</summary>
    public required string Colon { get; init; }

    /// <summary>A promise that can still be kept.</summary>
    public required string Warning { get; init; }

    /// <summary>A promise that was broken.</summary>
    public required string Breached { get; init; }

    /// <summary>A promise that was kept after all.</summary>
    public required string AllClear { get; init; }

    /// <summary>A promise whose clock is held.</summary>
    public required string Paused { get; init; }

    /// <summary>A promise that is not owed any more.</summary>
    public required string Lapsed { get; init; }

    /// <summary>Who was to be told and could not be reached.</summary>
    public required string Unreached { get; init; }

    /// <summary>The ticket.</summary>
    public required string Ticket { get; init; }

    /// <summary>The customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The priority.</summary>
    public required string Priority { get; init; }

    /// <summary>That the ticket is an emergency.</summary>
    public required string Emergency { get; init; }

    /// <summary>Who has the ticket.</summary>
    public required string Assignee { get; init; }

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

    /// <summary>Who else is told.</summary>
    public required string AlsoTold { get; init; }

    /// <summary>Who has taken the promise, and until when.</summary>
    public required string Acknowledged { get; init; }

    /// <summary>What opens the ticket.</summary>
    public required string OpenTicket { get; init; }

    /// <summary>The button that takes the promise.</summary>
    public required string Take { get; init; }

    /// <summary>The button that takes all promises of a mail.</summary>
    public required string TakeAll { get; init; }

    /// <summary>Stands for nobody.</summary>
    public required string None { get; init; }

    /// <summary>Who writes: the last line of every mail and page.</summary>
    public required string Sender { get; init; }
}
