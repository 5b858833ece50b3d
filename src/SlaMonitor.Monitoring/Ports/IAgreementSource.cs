using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>Where the agreements come from. A book is immutable, so whoever has asked for one sees one state of the agreements.</summary>
public interface IAgreementSource
{
    /// <summary>
    /// The agreements as they stand now, with the people who are on call now. It may wait for a server that has a calendar of them; a
    /// calendar that cannot be had is among the <see cref="Troubles"/>, and the last one that was read stays in force.
    /// </summary>
    Task<AgreementBook> GetAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The agreements as they stand now, for whoever needs the terms but not the people on call: those are the last that are known. It
    /// never waits for a server.
    /// </summary>
    Task<AgreementBook> GetTermsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// What keeps the agreements from being as they should be, in sentences. The last good state of it is in force meanwhile.
    /// </summary>
    IReadOnlyList<string> Troubles => [];

    /// <summary>The versions in force, each with the file that it was read from; none where there are no files.</summary>
    IReadOnlyList<AgreementFile> Files => [];
}
