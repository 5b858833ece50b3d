using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SlaMonitor.Browser.Tests.Chromium;
using SlaMonitor.Channels.Cards;
using SlaMonitor.Channels.Slack;
using SlaMonitor.Channels.Teams;
using SlaMonitor.Functions.Tests.WorkerApi;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Templates;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Browser.Tests.Pictures;

/// <summary>
/// What the manual shows of messages in chats. The card of Teams is drawn by the vendor's own renderer; Slack has none to run, so its
/// blocks are drawn by a page of ours, the smallest that shows them. Made anew as the pictures of <see cref="PictureTests"/> are.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ChannelPictureTests(ChromiumBrowser browser, PictureFolder folder) : IClassFixture<PictureFolder>
{
    private const string Hostile = "<at>Anna</at> [click](https://evil.example.com) **now** <img src=x onerror=alert(1)>";
    private const int SmallestFile = 10 * 1024;
    private const int LargestFile = 400 * 1024;

    private static readonly Screen[] Shown =
        [new("chat", 560, 640, ColorScheme.Light), new("chat", 560, 640, ColorScheme.Dark)];

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task CardOfTeams_IsPictured(string language)
    {
        await using var tab = await browser.OpenAsync();
        Skip.IfNot(await PictureTests.DrawsChineseAsync(tab), "No font with Chinese characters is installed: tests/run.sh installs one.");
        var pictures = new List<(Screen, Picture)>();
        foreach (var screen in Shown)
        {
            await ShowTeamsAsync(tab, Message(language), screen);
            pictures.Add((screen, new Picture(await tab.Page.Locator("main").ScreenshotAsync())));
        }

        await KeepAsync(tab, pictures, $"channel-teams.{language}.png");
    }

    [Fact]
    public async Task CardOfTeams_OfAHostileTitle_ShowsItAsItIsWritten()
    {
        await using var tab = await browser.OpenAsync();
        await ShowTeamsAsync(tab, Message("en", Hostile), Shown[0]);

        Assert.Contains(Hostile, await tab.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await tab.Page.Locator("main a, main img, main strong").CountAsync());
        Assert.Empty(tab.Mischief);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task BlocksOfSlack_ArePictured(string language)
    {
        await using var tab = await browser.OpenAsync();
        Skip.IfNot(await PictureTests.DrawsChineseAsync(tab), "No font with Chinese characters is installed: tests/run.sh installs one.");
        var pictures = new List<(Screen, Picture)>();
        foreach (var screen in Shown)
        {
            await tab.LookOnAsync(screen);
            await tab.ShowAsync(Page("""
                <style>
                section { white-space: pre-wrap; margin: 8px 0 } h3 { margin: 0 } small { opacity: .7; display: block; margin-bottom: 8px }
                dl { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin: 0; white-space: pre-wrap }
                button { font: bold 14px sans-serif; margin-right: 8px; padding: 6px 12px; border: 1px solid #888; border-radius: 4px }
                </style>
                """));
            await tab.Page.EvaluateAsync(Slack, SlackBlocks.Of(CardComposer.Of(Message(language))).ToJsonString());
            pictures.Add((screen, new Picture(await tab.Page.Locator("main").ScreenshotAsync())));
        }

        await KeepAsync(tab, pictures, $"channel-slack.{language}.png");
    }

    private const string Slack = """
        blocks => {
          const main = document.querySelector('main');
          const add = (name, text) => Object.assign(main.appendChild(document.createElement(name)), { textContent: text });
          for (const block of JSON.parse(blocks)) {
            if (block.type === 'header') add('h3', block.text.text);
            else if (block.type === 'context') add('small', block.elements[0].text);
            else if (block.type === 'actions') for (const button of block.elements) add('button', button.text.text);
            else if (block.text) add('section', block.text.text);
            else for (const field of (window.list = add('dl', '')) && block.fields)
              window.list.appendChild(document.createElement('div')).textContent = field.text;
          }
        }
        """;

    private const string Teams = """
        ([message, dark]) => {
          const card = new AdaptiveCards.AdaptiveCard();
          const color = (light, other) => ({ default: dark ? other : light, subtle: dark ? '#adadad' : '#616161' });
          card.hostConfig = new AdaptiveCards.HostConfig({
            fontFamily: 'sans-serif',
            containerStyles: { default: {
              backgroundColor: dark ? '#292929' : '#ffffff',
              foregroundColors: { default: color('#242424', '#ffffff'), attention: color('#c4314b', '#f9526b') } } },
          });
          card.parse(JSON.parse(message).attachments[0].content);
          document.querySelector('main').append(card.render());
        }
        """;

    private static async Task ShowTeamsAsync(Tab tab, ChannelMessage message, Screen screen)
    {
        var renderer = Repository.File("tests/.tools/node_modules/adaptivecards/dist/adaptivecards.min.js");
        Skip.IfNot(File.Exists(renderer), "The renderer of Adaptive Cards is not installed: tests/run.sh installs it where npm is.");
        await tab.LookOnAsync(screen);
        await tab.ShowAsync(Page("<style>button { font: bold 14px sans-serif; padding: 6px 12px }</style>"));
        await tab.Page.AddScriptTagAsync(new() { Content = await File.ReadAllTextAsync(renderer) });
        JsonNode card = AdaptiveCard.Of(CardComposer.Of(message), message.Mail.Language);
        await tab.Page.EvaluateAsync(Teams, new object[] { card.ToJsonString(), screen.Scheme == ColorScheme.Dark });
    }

    private static string Page(string style) => $$"""
        <!DOCTYPE html><title>Message</title>
        <style>
        body { margin: 0; font: 14px sans-serif; color-scheme: light dark }
        main { width: 520px; padding: 12px; background: light-dark(#fff, #292929); color: light-dark(#242424, #fff) }
        </style>
        {{style}}
        <main></main>
        """;

    private static ChannelMessage Message(string language, string? title = null)
    {
        var contents = MailSamples.All(language, title).Single(sample => sample.Name == "breach").Contents;
        return new ChannelMessage(new MailComposer(TemplateSet.BuiltIn).Compose(contents), contents);
    }

    private async Task KeepAsync(Tab tab, List<(Screen, Picture)> pictures, string name)
    {
        var sheet = await ContactSheet.ComposeAsync(tab, pictures);
        Assert.InRange(sheet.Bytes.Length, SmallestFile, LargestFile);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, name), sheet.Bytes);
    }
}
