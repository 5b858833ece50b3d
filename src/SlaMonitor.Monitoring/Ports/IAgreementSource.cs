using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>Where the agreements come from.</summary>
public interface IAgreementSource
{
    /// <summary>The agreements as they stand now: immutable, so that one evaluation sees one state of them.</summary>
    AgreementBook Current { get; }

    /// <summary>
    /// What keeps the agreements from being as they should be, in sentences. The last good state of it is in force meanwhile.
    /// </summary>
    IReadOnlyList<string> Troubles => [];

    /// <summary>
    /// Asks elsewhere for what the agreements take from there, where it is time to; whoever needs to know who is on call does so first.
    /// What cannot be had is among the <see cref="Troubles"/>.
    /// </summary>
    Task RefreshAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
