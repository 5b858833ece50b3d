using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Pictures;

/// <summary>What <c>sla</c> shows at a terminal, for the manual; made as the pictures of mails are (<see cref="PictureTests"/>).</summary>
[Collection(BrowserCollection.Name)]
public sealed class TerminalPictureTests(ChromiumBrowser browser, PictureFolder folder) : IClassFixture<PictureFolder>, IDisposable
{
    private const int LargestFile = 250 * 1024;

    private const string Agreement = """
        agreement: support
        title: Support for Acme
        effectiveFrom: 2026-01-01
        timeZone: Europe/Berlin
        calendars:
          office:
            week: { mon-thu: "09:00-17:00", fri: "09:00-15:00" }
            agreed: [{ each: 12-24, hours: [], reason: Christmas Eve }]
        targets:
          - { id: urgent, metric: firstResponse, when: { priority: urgent }, within: 30m, calendar: office }
          - { id: response, metric: firstResponse, within: 2h, calendar: office }
          - { id: resolution, metric: resolution, within: 16h, calendar: office }
        contacts:
          anna: { email: anna@example.com }
          ben: { email: ben@example.com }
          on-call: { rotation: weekly, handover: "mon 09:00", firstTurn: 2026-01-05, members: [anna, ben] }
        fallbackContact: anna
        escalation:
          - steps:
              - { at: 80%, notify: [assignee] }
              - { at: due, notify: [assignee, on-call] }
        """;

    private static readonly string Events = string.Join(
        '\n',
        Event(1, "2026-05-08T13:00:00+02:00", "created", """{"title":"Cannot log in"}"""),
        Event(2, "2026-05-11T09:30:00+02:00", "replied", """{"by":"agent","public":true}"""),
        Event(3, "2026-05-11T11:00:00+02:00", "updated", """{"status":"pending"}"""),
        Event(4, "2026-05-12T09:00:00+02:00", "updated", """{"status":"open"}"""));

    private const string Check = "check support.yaml --at 2026-11-30T12:00:00Z";
    private const string Explain = "explain --agreement support.yaml --events events.jsonl --ticket HD-1 --at 2026-05-12T10:00:00+02:00";

    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("sla-terminal-");

    public void Dispose() => _work.Delete(recursive: true);

    [Theory]
    [InlineData("sla-check", Check, "0 errors, 0 warnings")]
    [InlineData("sla-mistakes", "check mistakes.yaml", "did you mean Europe/Berlin?")]
    [InlineData("sla-explain.en", Explain, "First response: breached")]
    [InlineData("sla-explain.zh-CN", Explain + " --language zh-CN", "承诺未能兑现")]
    public async Task Output_AtATerminal_IsPictured(string name, string command, string expected)
    {
        Skip.IfNot(PseudoTerminal.IsThere, "There is no 'script' here, which gives a program a terminal.");
        await WriteAsync("support.yaml", Agreement);
        await WriteAsync("mistakes.yaml", Agreement.Replace("Europe/Berlin", "Europe/Berln", StringComparison.Ordinal)
            .Replace("within: 2h", "within: 2 hours", StringComparison.Ordinal)
            .Replace("on-call] }", "on-cal] }", StringComparison.Ordinal));
        await WriteAsync("events.jsonl", Events);

        var output = await PseudoTerminal.RunAsync(_work.FullName, command);
        await using var tab = await browser.OpenAsync();
        await tab.ShowAsync(TerminalPage.Of([($"sla {command}", output)]));
        var picture = new Picture(await tab.Page.Locator("pre").ScreenshotAsync());

        Assert.Contains(expected, await tab.Page.Locator("pre").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(TerminalPage.HasColour(output), "At a terminal there is colour.");
        Assert.InRange(picture.Width, 600, 2000);
        Assert.InRange(picture.Bytes.Length, 1, LargestFile);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, $"{name}.png"), picture.Bytes);
    }

    private static string Event(int id, string time, string what, string data) =>
        $$"""{"specversion":"1.0","id":"{{id}}","source":"/desk","type":"ticket.{{what}}","subject":"HD-1","time":"{{time}}","""
        + "\"data\":" + data + "}";

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_work.FullName, name), text);
}
