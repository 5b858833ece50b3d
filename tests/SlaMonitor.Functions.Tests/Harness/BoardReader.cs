using System.Net;
using System.Text.RegularExpressions;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>A browser with the board open: it keeps cookies, and says from which site a form comes.</summary>
internal sealed partial class BoardReader : IDisposable
{
    private readonly HttpClient _http;

    public BoardReader(TestMonitor monitor, string? site = "same-origin")
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true })
        {
            BaseAddress = monitor.Http.BaseAddress,
        };
        if (site is not null) _http.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
    }

    public HttpClient Http => _http;

    public void Dispose() => _http.Dispose();

    /// <summary>Says who they are.</summary>
    public async Task<HttpResponseMessage> NameAsync(string name, string next = "dashboard") =>
        await SendAsync("/name", new() { ["as"] = name, ["next"] = next });

    /// <summary>Presses the button of a form that a page of the board has: its fields, and what is entered beside them.</summary>
    /// <param name="html">The page.</param>
    /// <param name="action">What the form does.</param>
    /// <param name="entered">What the reader enters.</param>
    public Task<HttpResponseMessage> PressAsync(string html, string action, params (string Name, string Value)[] entered)
    {
        var form = Form().Matches(html).Select(match => match.Value)
            .First(one => one.Contains($"name=\"do\" value=\"{action}\"", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).ToDictionary(
            field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        foreach (var (name, value) in entered) fields[name] = value;
        return SendAsync("/promises", fields);
    }

    /// <summary>Posts a form to the board.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, Dictionary<string, string> fields) =>
        _http.PostAsync(BoardDesk.Address + path, new FormUrlEncodedContent(fields));

    /// <summary>A page that is there.</summary>
    public async Task<string> PageAsync(string path = "")
    {
        using var answer = await _http.GetAsync(BoardDesk.Address + path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return body;
    }

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">")]
    private static partial Regex Hidden();
}
