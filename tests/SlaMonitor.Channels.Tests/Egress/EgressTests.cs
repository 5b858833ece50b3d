using System.Net;
using SlaMonitor.Channels.Tests.Harness;
using SlaMonitor.Monitoring.Egress;

namespace SlaMonitor.Channels.Tests.Egress;

/// <summary>Where the monitor connects to of itself, and where it does not.</summary>
public sealed class EgressTests
{
    [Theory]
    [InlineData("https://example.com/hook", null)]
    [InlineData("http://example.com/hook", "the address does not begin with https://")]
    [InlineData("ftp://example.com/hook", "the address does not begin with https://")]
    [InlineData("file:///etc/passwd", "the address does not begin with https://")]
    [InlineData("https://169.254.169.254/latest", "the address is of a private network")]
    [InlineData("https://[::1]/hook", "the address is of a private network")]
    [InlineData("https://me:secret@example.com/hook", "the address has a name or password in it")]
    public void OnlyHttps(string address, string? objection)
    {
        var said = EgressClient.Objection(address, allowPrivate: false);
        if (objection is null) Assert.Null(said);
        else Assert.StartsWith(objection, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:0001::")]
    public void AddressesOfTheInside(string address) => Assert.True(EgressRule.IsInside(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    [InlineData("64:ff9b::5db8:d822")]
    public void AddressesOfTheOutside(string address) => Assert.False(EgressRule.IsInside(IPAddress.Parse(address)));

    [Fact]
    public async Task ANameThatLeadsInside_IsRefusedWhenItConnects()
    {
        await using var vendor = await StubVendor.StartAsync();
        await using var host = new ChannelHost();
        var port = new Uri(vendor.Url).Port;

        var answer = await host.Get<EgressClient>().SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"https://localhost:{port}/hook"), CancellationToken.None);

        var reason = Assert.IsType<EgressAnswer.Forbidden>(answer).Reason;
        Assert.StartsWith("its name leads to an address of a private network", reason, StringComparison.Ordinal);
        Assert.Empty(vendor.Requests);
    }

    [Fact]
    public async Task AnAnswerThatIsTooLong_IsNotReadToItsEnd()
    {
        await using var vendor = await StubVendor.StartAsync();
        vendor.Otherwise = async (context, end) =>
        {
            var chunk = new byte[1024 * 1024];
            for (var i = 0; i < 9; i++) await context.Response.Body.WriteAsync(chunk, end);
        };
        await using var host = new ChannelHost(("Egress:AllowPrivate", "true"));

        var answer = await host.Get<EgressClient>().SendAsync(
            new HttpRequestMessage(HttpMethod.Get, vendor.Url), CancellationToken.None);

        Assert.Contains("longer than", Assert.IsType<EgressAnswer.Failed>(answer).Reason, StringComparison.Ordinal);
    }
}
