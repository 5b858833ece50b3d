using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Notification.Addressees;

namespace SlaMonitor.Monitoring.Tests.Notification.Addressees;

public sealed class RecipientOptionsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("example.com", "example.com")]
    [InlineData(" example.com , bücher.example,xn--bcher-kva.example, ", "example.com bücher.example xn--bcher-kva.example")]
    public void Domains_AreThoseBetweenTheCommas(string? setting, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(setting).Domains));

    [Theory]
    [InlineData("anna@example.com")]
    [InlineData("example.com example.org")]
    [InlineData("*.example.com")]
    [InlineData("https://example.com")]
    public void AllowedDomains_ThatAreNone_KeepTheMonitorFromStarting(string setting) => Assert.Contains(
        "Notification:AllowedDomains names domains with commas between them, as example.com, example.org.",
        Assert.Throws<OptionsValidationException>(() => Read(setting)).Message, StringComparison.Ordinal);

    private static RecipientOptions Read(string? setting)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Notification:AllowedDomains", setting)]).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddMonitoring().BuildServiceProvider();
        return services.GetRequiredService<IOptions<RecipientOptions>>().Value;
    }
}
