using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Monitoring.Tests.Notification.Acknowledging;

/// <summary>The page behind the button, as people read it.</summary>
public sealed class AcknowledgePagesTests
{
    [Theory]
    [InlineData("open", "en", "Nobody has this yet", "Take it, and the next steps wait until Mon 2 Mar 2026, 18:00.")]
    [InlineData("open", "zh-CN", "尚无人接手", "接手后，后续升级步骤将暂缓至 2026年3月3日 周二 01:00。")]
    [InlineData("open-all", "en", "Nobody has these 30 yet", "and 10 more")]
    [InlineData("open-all", "zh-CN", "这 30 项尚无人接手", "另有 10 项")]
    [InlineData("just-taken", "en", "You have it", "The next steps wait until Mon 2 Mar 2026, 18:00.")]
    [InlineData("just-taken", "zh-CN", "已由您接手", "后续升级步骤暂缓至 2026年3月3日 周二 01:00。")]
    [InlineData(
        "taken", "en", "Somebody has it already", "Taken by ben@example.com on Mon 2 Mar 2026, 14:00, until Mon 2 Mar 2026, 18:00.")]
    [InlineData("taken", "zh-CN", "已有人接手", "ben@example.com 于 2026年3月2日 周一 21:00 接手，至 2026年3月3日 周二 01:00。")]
    [InlineData("done", "en", "There is nothing to take any more", "First response was kept in time.")]
    [InlineData("done", "zh-CN", "已无需接手", "首次响应已按时完成。")]
    [InlineData("expired", "en", "This link has expired", "Open the ticket in the helpdesk, or the link of a newer mail.")]
    [InlineData("expired", "zh-CN", "链接已过期", "请在服务台中打开工单，或使用较新邮件中的链接。")]
    [InlineData("invalid", "en", "This link is not valid", "Open it from the mail, whole and unchanged.")]
    [InlineData("invalid", "zh-CN", "链接无效", "请从邮件中打开完整且未经改动的链接。")]
    public void Page_InEachState_SaysHowItStandsAndWhatToDo(string name, string language, string heading, string says)
    {
        var page = Page(name, language);

        Assert.Equal(
            (heading, heading, language),
            (page.QuerySelector("h1")!.TextContent, page.Title, page.DocumentElement.GetAttribute("lang")));
        Assert.Contains(says, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open", 1)]
    [InlineData("open-all", 1)]
    [InlineData("just-taken", 0)]
    [InlineData("taken", 0)]
    [InlineData("done", 0)]
    [InlineData("expired", 0)]
    [InlineData("invalid", 0)]
    public void Button_IsThereWhereThereIsSomethingToTake_AndPosts(string name, int forms)
    {
        var page = Page(name, "en");

        Assert.Equal(forms, page.QuerySelectorAll("form[method=post][action=sample] > button[type=submit]").Length);
        Assert.Equal(forms, page.QuerySelectorAll("button, input").Length);
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, link, meta[http-equiv]"));
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("invalid")]
    public void LinkThatIsGoodForNothing_TellsNothingOfTheTicket(string name) =>
        Assert.DoesNotContain("HD-1042", Page(name, "en").DocumentElement.OuterHtml, StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><form action=//eve.example><button>")]
    [InlineData("{{ActionUrl}}\r\n\u202Ex")]
    public void TitleOfACustomer_IsShownAndDoesNothing(string hostile)
    {
        var page = Page("open", "en", hostile);

        Assert.Equal(Page("open", "en").All.Select(element => element.LocalName), page.All.Select(element => element.LocalName));
        Assert.Contains(hostile.Replace("\r\n\u202E", " ", StringComparison.Ordinal), page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlDocument Page(string name, string language, string? title = null) =>
        new HtmlParser().ParseDocument(
            new AcknowledgePages(TemplateSet.BuiltIn).Html(PageSamples.All(language, title).Single(sample => sample.Name == name).Page));
}
