namespace SlaMonitor.Azure.SendGrid;

/// <summary>A request left, and what became of it is not known.</summary>
internal sealed class AmbiguousTryException(bool mayTryOnceMore, Exception innerException)
    : Exception("The request left and no answer came; SendGrid may have the mail.", innerException)
{
    /// <summary>Whether this is the first time.</summary>
    public bool MayTryOnceMore => mayTryOnceMore;
}
