namespace SlaMonitor.Monitoring.Ports;

/// <summary>Somebody who knows what is wrong with what is stored. Shown by the health.</summary>
public interface IStoreProblems
{
    /// <summary>What a person has to mend, as sentences; empty where nothing is known to be wrong.</summary>
    IReadOnlyList<string> Problems { get; }
}
