using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Azure.SendGrid;

namespace SlaMonitor.Azure.Tests.SendGrid;

public sealed class SendGridOptionsTests
{
    [Fact]
    public void Options_Nothing_SaysAllThatIsMissing() => Assert.Equal(
        [
            "ApiKey: SendGrid:ApiKey must be set: a key with the right to send mail (Mail Send).",
            "From: SendGrid:From must be set: the address of a verified sender.",
        ],
        Mistakes());

    [Fact]
    public void Options_AllWrong_SaysAllAtOnce() => Assert.Equal(
        [
            "FromName: SendGrid:FromName must not be empty.",
            "TryTimeout: The field TryTimeout must be between 00:00:00.0500000 and 00:01:00.",
            "Timeout: The field Timeout must be between 00:00:00.1000000 and 00:04:30.",
            "Retries: The field Retries must be between 0 and 10.",
            "FirstWait: The field FirstWait must be between 00:00:00.0010000 and 00:00:30.",
            "LongestWait: The field LongestWait must be between 00:00:00.0010000 and 00:02:00.",
            "BreakAfter: The field BreakAfter must be between 1 and 100.",
            "BreakFor: The field BreakFor must be between 00:00:00.0010000 and 00:02:00.",
        ],
        Mistakes(
            ("ApiKey", "k"), ("From", "a@b.example"), ("FromName", ""), ("TryTimeout", "00:02:00"), ("Timeout", "00:05:00"),
            ("Retries", "11"), ("FirstWait", "00:01:00"), ("LongestWait", "00:03:00"), ("BreakAfter", "0"), ("BreakFor", "00:05:00")));

    [Theory]
    [InlineData(
        "From",
        "Anna <anna@example.com>",
        "From: SendGrid:From must be an address such as sla@example.com, not 'Anna <anna@example.com>'.")]
    [InlineData("Host", "ftp://example.com", "Host: SendGrid:Host must be an http or https address, not 'ftp://example.com/'.")]
    [InlineData("Host", "http://example.com", "Host: SendGrid:Host would get the key in the clear: use https, or a host on this machine.")]
    public void Options_OneWrong_SaysWhich(string name, string value, string expected) =>
        Assert.Equal(
            [expected],
            Mistakes(("ApiKey", "k"), ("From", name == "From" ? value : "a@b.example"), (name == "From" ? "FromName" : name, value)));

    [Fact]
    public void Options_HostAndEu_AreOneTooMany() => Assert.Equal(
        ["Host: SendGrid:Host and SendGrid:Eu each name a host: set one of them."],
        Mistakes(("ApiKey", "k"), ("From", "a@b.example"), ("Host", "https://x.example"), ("Eu", "true")));

    [Theory]
    [InlineData("k", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Key_Chooses(string? key, bool expected) =>
        Assert.Equal(expected, SendGridServices.IsConfigured(Configuration(("ApiKey", key))));

    [Theory]
    [InlineData("Eu", "true", "https://api.eu.sendgrid.com/")]
    [InlineData("Eu", "false", "https://api.sendgrid.com")]
    [InlineData("Host", "http://127.0.0.1:8025/", "http://127.0.0.1:8025")]
    public void Host_IsThatOfTheRegion_OrTheOneNamed(string name, string value, string expected)
    {
        var options = Configuration(("ApiKey", "k"), (name, value)).GetSection(SendGridOptions.Section).Get<SendGridOptions>()!;

        Assert.Equal((expected, "k"), (SendGridMailer.Settings(options).Host, SendGridMailer.Settings(options).ApiKey));
    }

    private static IReadOnlyList<string> Mistakes(params (string Name, string? Value)[] settings)
    {
        using var provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider())
            .AddSendGrid(Configuration(settings))
            .BuildServiceProvider();
        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<SendGridOptions>>().Value);
        return [.. failure.Failures
            .SelectMany(text => text.Split("; "))
            .Select(text => text.Replace("SendGridOptions.", "", StringComparison.Ordinal))];
    }

    private static IConfiguration Configuration(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"SendGrid:{s.Name}", s.Value))).Build();
}
