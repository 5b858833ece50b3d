namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// Something that counts what a person should look at some day, though it keeps nobody from working. Shown by the health.
/// </summary>
public interface ICounts
{
    /// <summary>What was counted since this process began, by name; nothing that is zero.</summary>
    IReadOnlyDictionary<string, long> Read();
}
