using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Replaying;

/// <summary>Agreements that stay as they are.</summary>
internal sealed class PlayedAgreements(AgreementBook book) : IAgreementSource
{
    public Task<AgreementBook> GetAsync(CancellationToken cancellationToken) => Task.FromResult(book);

    public Task<AgreementBook> GetTermsAsync(CancellationToken cancellationToken) => Task.FromResult(book);
}
