using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>Where the agreements come from.</summary>
public interface IAgreementSource
{
    /// <summary>The agreements as they stand now: immutable, so that one evaluation sees one state of them.</summary>
    AgreementBook Current { get; }
}
