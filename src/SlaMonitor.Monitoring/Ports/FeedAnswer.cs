namespace SlaMonitor.Monitoring.Ports;

/// <summary>What a server said to the request for an on-call calendar.</summary>
public abstract record FeedAnswer
{
    private FeedAnswer()
    {
    }

    /// <summary>Here it is.</summary>
    /// <param name="Text">The iCalendar text; nobody has looked at it yet.</param>
    /// <param name="ETag">The server's name for this state of it, where it has one.</param>
    public sealed record Fetched(string Text, string? ETag) : FeedAnswer;

    /// <summary>It is still in the state that was asked about.</summary>
    public sealed record Unchanged : FeedAnswer;

    /// <summary>It could not be had.</summary>
    /// <param name="Reason">Why, in words that go on from "the feed …".</param>
    public sealed record Failed(string Reason) : FeedAnswer;
}
