using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Local.Tests.Hosting.Http;

/// <summary>A page that somebody on this machine has open must not steer the monitor.</summary>
public sealed class CrossSiteGuardTests
{
    private const string Clock = "/admin/clock?to=2026-03-03T00:00:00Z";
    private static readonly string[] Standing = ["--start", "2026-03-02T08:00:00Z", "--speed", "0"];

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    public async Task Post_FromAPageOfAnotherSite_Is403_AndMovesNothing(string header, string value)
    {
        await using var host = await TestHost.StartAsync([typeof(Doors)], Standing);

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(host, HttpMethod.Post, Clock, (header, value)));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(host, HttpMethod.Post, "/api/change", (header, value)));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(host, HttpMethod.Delete, "/api/change", (header, value)));

        Assert.Contains("2026-03-02T08:00:00Z", await host.Http.GetStringAsync("/admin/clock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FromAProgramOrAPageOfThisAddress_Passes()
    {
        await using var host = await TestHost.StartAsync([typeof(Doors)], Standing);
        var own = host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, HttpMethod.Post, Clock));
        Assert.Equal(
            HttpStatusCode.OK,
            await SendAsync(host, HttpMethod.Post, "/api/change", ("Sec-Fetch-Site", "same-origin"), ("Origin", own)));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, HttpMethod.Post, "/api/change", ("Sec-Fetch-Site", "none")));
    }

    [Fact]
    public async Task ReadingAndWhatNeedsNoKey_FromAnyPage_Passes()
    {
        await using var host = await TestHost.StartAsync([typeof(Doors)], Standing);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, HttpMethod.Get, "/admin/clock", ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, HttpMethod.Post, "/api/open", ("Sec-Fetch-Site", "cross-site")));
    }

    private static async Task<HttpStatusCode> SendAsync(
        TestHost host, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent("{}", Encoding.UTF8, "text/plain") };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await host.Http.SendAsync(request);
        return answer.StatusCode;
    }

    public sealed class Doors
    {
        [Function(nameof(Change))]
        public IResult Change([HttpTrigger(AuthorizationLevel.Admin, "post", "delete", Route = "change")] HttpRequest request) =>
            TypedResults.Ok();

        [Function(nameof(Open))]
        public IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "open")] HttpRequest request) => TypedResults.Ok();
    }
}
