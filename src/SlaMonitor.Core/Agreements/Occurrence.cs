using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>Something that happens to a ticket and that a metric of an agreement's own may wait for.</summary>
public abstract record Occurrence
{
    private Occurrence()
    {
    }

    /// <summary>The occurrence in words, as in <c>a public reply of an agent</c>.</summary>
    public string Describe() => this switch
    {
        Created => "the creation",
        Resolved => "the resolution or closing",
        Reopened => "a reopening",
        Acknowledged => "an acknowledgement",
        Reply reply => reply.Words,
        Becomes becomes => $"becoming {ConditionText.Describe(becomes.When)}",
        Ceases ceases => $"being no longer {ConditionText.Describe(ceases.When)}",
        _ => throw new InvalidOperationException($"What is {GetType().Name}?"),
    };

    /// <summary>The ticket comes into being.</summary>
    public sealed record Created : Occurrence;

    /// <summary>The ticket is resolved or closed, and was not before.</summary>
    public sealed record Resolved : Occurrence;

    /// <summary>A ticket that was resolved or closed comes back.</summary>
    public sealed record Reopened : Occurrence;

    /// <summary>Somebody takes a promise of the ticket.</summary>
    public sealed record Acknowledged : Occurrence;

    /// <summary>Somebody writes. The message with which a customer opens the ticket is its creation, and no reply.</summary>
    /// <param name="By">Who: an agent or the customer; <c>null</c>: either.</param>
    /// <param name="Public">Whether the other side can see it; <c>null</c>: either.</param>
    public sealed record Reply(Actor? By, bool? Public) : Occurrence
    {
        internal string Words =>
            $"{(Public switch { true => "a public reply", false => "an internal note", _ => "a reply or note" })}"
            + $"{(By switch { Actor.Agent => " of an agent", Actor.Customer => " of the customer", _ => string.Empty })}";
    }

    /// <summary>
    /// A condition begins to hold: a status entered, a group or a person assigned, a field set. What holds from the creation on begins to
    /// hold with it.
    /// </summary>
    /// <param name="When">The condition.</param>
    public sealed record Becomes(Condition When) : Occurrence;

    /// <summary>A condition that held holds no more: a status left, a group that gave the ticket away.</summary>
    /// <param name="When">The condition.</param>
    public sealed record Ceases(Condition When) : Occurrence;
}
