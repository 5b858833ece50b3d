namespace SlaMonitor.Local.Queues;

/// <summary>Tells which of a queue function's exceptions no redelivery will cure. An app may register one.</summary>
public interface IDeadLetterPolicy
{
    /// <returns>The reason to give the message up now; null to have it delivered again.</returns>
    DeadLetter? Judge(Exception exception);
}
