using Microsoft.AspNetCore.Http;
using SlaMonitor.Channels.Tests.Harness;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Tests;

/// <summary>What each channel makes of a vendor that behaves, and of one that does not, over real HTTP.</summary>
public sealed class ChannelOutcomeTests
{
    private static readonly (string Kind, (string Key, string Value)[] Settings)[] Kinds =
    [
        ("slack", []),
        ("teams", []),
        ("webhook", [("Token", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")]),
        ("pagerduty", [("Token", "R0UT1NGK3Y")]),
        ("ntfy", [("To", "desk"), ("Token", "tk_s3cret")]),
        ("gotify", [("Token", "A.s3cret")]),
        ("sms", [
            ("User", "AC0123456789abcdef0123456789abcdef"), ("Token", "s3cret-token"), ("From", "+393331234567"), ("To", "+393337654321"),
        ]),
    ];

    public static TheoryData<string> AllKinds => [.. Kinds.Select(kind => kind.Kind)];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public async Task AVendorThatTakesIt_IsAccepted_AndAskedOnce(string kind)
    {
        await using var vendor = await StubVendor.StartAsync();
        vendor.Otherwise = StubVendor.Say(kind == "sms" ? 201 : 202, """{"sid":"SM123","status":"success"}""");
        await using var host = Host(vendor, kind);

        Assert.IsType<SendOutcome.Accepted>(await host.Channel($"{kind}:hook").SendAsync(Messages.Of(), CancellationToken.None));
        var request = Assert.Single(vendor.Requests);
        Assert.Equal($"{System.Text.Encoding.UTF8.GetByteCount(request.Body)}", request.Headers["Content-Length"]);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public async Task AVendorThatIsBusy_IsUnavailable_ForAsLongAsItSays(string kind)
    {
        await using var vendor = await StubVendor.StartAsync();
        await using var host = Host(vendor, kind);
        Func<HttpContext, CancellationToken, Task>[] script =
        [
            StubVendor.Say(429, headers: ("Retry-After", "30")), StubVendor.Say(429), StubVendor.Say(500, "oops"), StubVendor.Say(503),
            StubVendor.Reset, StubVendor.Truncate,
        ];
        foreach (var answer in script) vendor.Script.Enqueue(answer);

        var outcomes = new List<SendOutcome>();
        foreach (var _ in script) outcomes.Add(await host.Channel($"{kind}:hook").SendAsync(Messages.Of(), CancellationToken.None));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Unavailable>(outcome));
        Assert.Equal(Duration.FromSeconds(30), ((SendOutcome.Unavailable)outcomes[0]).RetryAfter);
        Assert.Null(((SendOutcome.Unavailable)outcomes[1]).RetryAfter);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public async Task AVendorThatRefuses_IsRefusedForGood_InItsOwnWords_AndWithoutTheSecret(string kind)
    {
        await using var vendor = await StubVendor.StartAsync();
        await using var host = Host(vendor, kind);
        foreach (var status in (int[])[400, 401, 403, 404, 410])
        {
            vendor.Script.Enqueue(StubVendor.Say(status, "revoked\r\n  for good"));
            var outcome = await host.Channel($"{kind}:hook").SendAsync(Messages.Of(), CancellationToken.None);
            Assert.Equal($"it answered {status}: revoked for good", Assert.IsType<SendOutcome.Refused>(outcome).Reason);
        }
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public async Task ARedirect_IsNotFollowed(string kind)
    {
        await using var vendor = await StubVendor.StartAsync();
        await using var other = await StubVendor.StartAsync();
        await using var host = Host(vendor, kind);
        vendor.Script.Enqueue(StubVendor.Say(307, headers: ("Location", other.Url)));

        Assert.IsType<SendOutcome.Refused>(await host.Channel($"{kind}:hook").SendAsync(Messages.Of(), CancellationToken.None));
        Assert.Empty(other.Requests);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public async Task AVendorThatHangs_IsGivenUp_AfterTheTimeOfTheClient(string kind)
    {
        await using var vendor = await StubVendor.StartAsync();
        await using var host = Host(vendor, kind);
        vendor.Otherwise = StubVendor.Hang;

        var sending = host.Channel($"{kind}:hook").SendAsync(Messages.Of(), CancellationToken.None);
        await vendor.Asked.Task.WaitAsync(TimeSpan.FromSeconds(60));
        host.Time.Advance(EgressClient.Patience);

        Assert.Equal("no answer within 15 seconds", Assert.IsType<SendOutcome.Unavailable>(await sending).Reason);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public async Task WhatIsOfNoPromise_IsToldToo(string kind)
    {
        await using var vendor = await StubVendor.StartAsync();
        await using var host = Host(vendor, kind);

        Assert.IsType<SendOutcome.Accepted>(await host.Channel($"{kind}:hook").SendAsync(Messages.Notice(), CancellationToken.None));
        Assert.Contains("2026-02", Uri.UnescapeDataString(vendor.Requests.Single().Body), StringComparison.Ordinal);
    }

    private static ChannelHost Host(StubVendor vendor, string kind) => new(
    [
        ("Egress:AllowPrivate", "true"), ("Channels:hook:Kind", kind), ("Channels:hook:Url", vendor.Url),
        .. Kinds.Single(one => one.Kind == kind).Settings.Select(one => ($"Channels:hook:{one.Key}", one.Value)),
    ]);
}
