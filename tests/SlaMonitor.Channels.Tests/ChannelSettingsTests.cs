using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Channels.Tests.Harness;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Channels.Tests;

/// <summary>Settings that are wrong are refused at the start, with what would be right and without any secret.</summary>
public sealed class ChannelSettingsTests
{
    private const string Secret = "s3cret-s3cret-s3cret";

    [Theory]
    [InlineData("Channels:ops:Kind is missing; write one of ", "Url=https://example.com")]
    [InlineData("Channels:ops:Kind is 'pager'; write one of ", "Kind=pager")]
    [InlineData("Channels:ops:Token is missing: a channel of the kind pagerduty needs it.", "Kind=pagerduty")]
    [InlineData("Channels:ops:Tokn: there is no such setting. A channel of the kind pagerduty has ", "Kind=pagerduty", "Tokn=" + Secret)]
    [InlineData(
        "Channels:ops:From means nothing to a channel of the kind pagerduty", "Kind=pagerduty", "Token=" + Secret, "From=+393331234567")]
    [InlineData(
        "Channels:ops:Url: the address does not begin with https://", "Kind=gotify", "Token=" + Secret, "Url=http://push.example.com")]
    [InlineData("Channels:ops:Url: this is no address", "Kind=gotify", "Token=" + Secret, "Url=push.example.com")]
    [InlineData(
        "Channels:ops:Url: the address has a name or password in it", "Kind=gotify", "Token=" + Secret, "Url=https://me:it@example.com")]
    [InlineData("Channels:ops:Token: the secret is whsec_", "Kind=webhook", "Token=" + Secret, "Url=https://example.com/hook")]
    [InlineData(
        "Channels:ops:To: write a phone number as +393331234567", "Kind=sms", "Token=" + Secret, "From=+393331234567", "To=0333 1234567",
        "User=AC0123456789abcdef0123456789abcdef")]
    public async Task WhatIsWrong_IsSaid(string problem, params string[] settings)
    {
        await using var host = new ChannelHost(
            [.. settings.Select(one => one.Split('=', 2)).Select(one => ($"Channels:ops:{one[0]}", one[1]))]);
        var error = Assert.Throws<OptionsValidationException>(host.Get<IChannels>);
        Assert.Contains(error.Failures, failure => failure.StartsWith(problem, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChannelWhoseSecretHasNotComeFromTheVault_IsNotThere_AndTheOthersAre()
    {
        await using var host = new ChannelHost(
            ("Channels:ops:Kind", "pagerduty"),
            ("Channels:ops:Token", "@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/pagerduty)"),
            ("Channels:desk:Kind", "pagerduty"), ("Channels:desk:Token", Secret));
        Assert.Equal("desk", Assert.Single(host.Get<IChannels>().All).Name);
        Assert.Null(host.Get<IChannels>().Find("pagerduty:ops"));
    }

    [Fact]
    public void WhatTheSettingsConnect_IsWhatAgreementsName()
    {
        using var host = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IMonitorNotes>(new FewNotes())
            .AddSingleton<TimeProvider>(new FakeTimeProvider())
            .AddChannels(new ConfigurationBuilder().Build()).BuildServiceProvider();
        Assert.Equal(ChannelAddress.Kinds.Order(), host.GetServices<ChannelKind>().Select(kind => kind.Name).Order());

        var named = SampleAgreements.Load(
            SampleAgreements.Office.Replace(
                "lead:    {", $"lead:    {{ via: [{string.Join(", ", ChannelAddress.Kinds.Select(kind => $"{kind}: ops"))}],",
                StringComparison.Ordinal)).Agreements[0].Versions[0].Contacts["lead"].Channels;
        Assert.Equal(ChannelAddress.Kinds.Select(kind => $"{kind}:ops"), named.Select(channel => $"{channel}"));
    }

    [Fact]
    public async Task AChannel_IsFoundByItsKindAndName()
    {
        await using var host = new ChannelHost(("Channels:Ops:Kind", "pagerduty"), ("Channels:Ops:Token", Secret));
        Assert.NotNull(host.Get<IChannels>().Find("pagerduty:ops"));
        Assert.Null(host.Get<IChannels>().Find("ntfy:ops"));
        Assert.Null(host.Get<IChannels>().Find("ops@example.com"));
    }
}
