using System.Net;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Who may look at the board, and for how long.</summary>
public sealed class SignInDoorTests
{
    [Theory]
    [InlineData(BoardDesk.Address)]
    [InlineData(BoardDesk.Address + "/tickets/HD-1")]
    public async Task Page_WithoutAKey_AsksForIt_AndShowsNothing(string address)
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "Secret title");

        using var answer = await monitor.Http.GetAsync(address);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("type=\"password\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", html, StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        using var program = await monitor.Http.SendAsync(request);
        Assert.Equal("application/problem+json", program.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("the-function-key")]
    [InlineData("the-admin-key")]
    public async Task SignIn_WithAKey_OpensASession_UntilItIsSignedOut(string key)
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        using var browser = Browser(monitor);

        using var wrong = await SignInAsync(browser, "the-other-key", "dashboard");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Contains("This is no key of this monitor.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(wrong.Headers.Contains("Set-Cookie"));

        using var right = await SignInAsync(browser, key, "dashboard?lang=zh-CN");
        Assert.Equal("../dashboard?lang=zh-CN", right.Headers.Location!.ToString());
        var cookie = Assert.Single(right.Headers.GetValues("Set-Cookie"));
        Assert.Matches("path=/api/dashboard; samesite=strict; httponly$", cookie.ToLowerInvariant());
        Assert.DoesNotContain(key, cookie, StringComparison.Ordinal);
        Assert.Contains("Sign out", await browser.GetStringAsync(BoardDesk.Address), StringComparison.Ordinal);

        using var bye = await browser.PostAsync($"{BoardDesk.Address}/sign-out", content: null);
        Assert.Contains("You are signed out.", await bye.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var after = await browser.GetAsync(BoardDesk.Address);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task Session_AfterHalfADay_IsOver()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        using var browser = Browser(monitor);
        (await SignInAsync(browser, "the-function-key", "dashboard")).Dispose();

        await MoveAsync(monitor, "2026-03-02T20:59:59+08:00");
        Assert.Contains("Sign out", await browser.GetStringAsync(BoardDesk.Address), StringComparison.Ordinal);
        await MoveAsync(monitor, "2026-03-02T21:00:00+08:00");
        using var late = await browser.GetAsync(BoardDesk.Address);

        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.Contains("You were signed in for 12 hours", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("dashboard/../../../evil")]
    [InlineData("javascript:alert(1)")]
    [InlineData("dashboard/sign-out")]
    [InlineData("")]
    public async Task SignIn_LeadsToTheBoardAlone(string next)
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        using var browser = Browser(monitor);

        using var answer = await SignInAsync(browser, "the-function-key", next);

        Assert.Equal("../dashboard", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJpc3MiOiJzbGFtb25pdG9yIn0.")]
    public async Task Session_ThatWeHaveNotOpened_OpensNothing(string token)
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        monitor.Http.DefaultRequestHeaders.Add("Cookie", $"sla-session={token}");

        using var answer = await monitor.Http.GetAsync(BoardDesk.Address);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("of-anna", "reader")]
    [InlineData("of-ben", "agent")]
    public async Task AKeyOfAPerson_OpensASession_AndTheApiAsFarAsItsRoleGoes(string key, string role)
    {
        await using var monitor = await BoardDesk.OpenAsync(new Dictionary<string, string?>(BoardDesk.WithKeys)
        {
            ["Access__People__x__Key"] = key,
            ["Access__People__x__Role"] = role,
        });
        using var browser = Browser(monitor);
        (await SignInAsync(browser, key, "dashboard")).Dispose();

        Assert.Contains("Sign out", await browser.GetStringAsync(BoardDesk.Address), StringComparison.Ordinal);
        monitor.Http.DefaultRequestHeaders.Add("x-functions-key", key);
        using var program = await monitor.Http.GetAsync("/api/promises");
        Assert.Equal(HttpStatusCode.OK, program.StatusCode);
        using var events = await monitor.PostAsync("text/plain", "{}");
        Assert.Equal(role == "reader" ? HttpStatusCode.Unauthorized : HttpStatusCode.UnsupportedMediaType, events.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task SignIn_FromAPageOfAnotherSite_IsRefused(string header, string value)
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        using var browser = Browser(monitor);
        browser.DefaultRequestHeaders.Add(header, value);

        using var answer = await SignInAsync(browser, "the-function-key", "dashboard");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static HttpClient Browser(TestMonitor monitor) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = monitor.Http.BaseAddress };

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string key, string next) => browser.PostAsync(
        $"{BoardDesk.Address}/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key, ["next"] = next }));

    private static async Task MoveAsync(TestMonitor monitor, string to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/clock?to={Uri.EscapeDataString(to)}");
        request.Headers.Add("x-functions-key", "the-admin-key");
        (await monitor.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
