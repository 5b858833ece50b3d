using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Agreements;

public sealed class AgreementServicesTests
{
    [Fact]
    public async Task AddAgreements_GoodFolder_ServesItsAgreements()
    {
        using var services = Services(Path.Combine(AppContext.BaseDirectory, "shipped"));

        services.GetRequiredService<IStartupValidator>().Validate();

        var book = await services.GetRequiredService<IAgreementSource>().GetAsync(default);
        Assert.Equal("standard-support", book.Agreements.Single().Id);
    }

    [Fact]
    public void AddAgreements_BadFolder_RefusesToStartWithEveryProblem()
    {
        using var services = Services(TestFiles.Data("bad"));

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(
            "five-mistakes.yaml:2:1: error: 'versoin' is no key of an agreement; did you mean 'version'?",
            refusal.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "calendars.yaml:23:17: error: there is no file 'missing.ics' beside the agreement", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddAgreements_NoSuchFolder_NamesTheSetting()
    {
        using var services = Services("nowhere");

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(
            "there is no such folder; the setting Agreements:Folder names the folder that the agreements are in",
            refusal.Message,
            StringComparison.Ordinal);
    }

    private static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Agreements:Folder", folder)]).Build())
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton<TimeProvider>(new FakeTimeProvider())
        .AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 3, 2, 8, 0)))
        .AddAgreements()
        .BuildServiceProvider();
}
