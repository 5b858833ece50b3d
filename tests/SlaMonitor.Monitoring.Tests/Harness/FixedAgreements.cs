using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>Agreements that stay as they are, read from their file format.</summary>
internal sealed class FixedAgreements(string yaml) : IAgreementSource
{
    public const string Office = SampleAgreements.Office;

    public AgreementBook Book { get; } = SampleAgreements.Load(yaml);

    public Task<AgreementBook> GetAsync(CancellationToken cancellationToken) => Task.FromResult(Book);

    public Task<AgreementBook> GetTermsAsync(CancellationToken cancellationToken) => Task.FromResult(Book);
}
