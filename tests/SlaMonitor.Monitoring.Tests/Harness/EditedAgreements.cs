using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>Agreements that a test rewrites as an administrator does.</summary>
internal sealed class EditedAgreements : IAgreementSource
{
    private AgreementBook _book = SampleAgreements.Load(SampleAgreements.Office);

    /// <summary>Puts other agreements in force.</summary>
    public void Replace(string yaml) => _book = SampleAgreements.Load(yaml);

    public void Rewrite(string before, string after) =>
        _book = SampleAgreements.Load(SampleAgreements.Office.Replace(before, after, StringComparison.Ordinal));

    public Task<AgreementBook> GetAsync(CancellationToken cancellationToken) => Task.FromResult(_book);

    public Task<AgreementBook> GetTermsAsync(CancellationToken cancellationToken) => Task.FromResult(_book);
}
