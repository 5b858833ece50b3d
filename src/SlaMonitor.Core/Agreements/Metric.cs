namespace SlaMonitor.Core.Agreements;

/// <summary>What a target promises.</summary>
public enum Metric
{
    /// <summary>From creation to the first public reply of an agent, or to resolution.</summary>
    FirstResponse,

    /// <summary>From the oldest unanswered message of the customer to a public reply of an agent. One cycle for each exchange.</summary>
    NextResponse,

    /// <summary>An agent speaks at least every so often while the ticket is open. One cycle for each utterance.</summary>
    Update,

    /// <summary>From creation to resolution or closing.</summary>
    Resolution,
}
