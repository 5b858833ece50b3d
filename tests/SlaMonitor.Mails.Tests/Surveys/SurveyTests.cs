using System.Text.RegularExpressions;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Surveys;

namespace SlaMonitor.Mails.Tests.Surveys;

/// <summary>The mail and the page of a survey: whatever a ticket is called, they say what they are for, and load nothing.</summary>
public sealed partial class SurveyTests
{
    private const string Bidi = "a\u202Eb";

    public static TheoryData<string, string> Hostile => new()
    {
        { "en", "<script>alert(1)</script>" },
        { "en", "\"><img src=x onerror=alert(1)>" },
        { "zh-CN", "x\r\nBcc: all@example.com\r\n\r\n<h1>You have won</h1>" },
        { "zh-CN", "{0}{1} {{ticket}} " + Bidi },
        { "en", new string('漢', 5000) },
        { "en", "=?utf-8?B?PHNjcmlwdD4=?= " },
        { "en", "\u0000\u0007 \ud800" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Mail_OfAHostileTitle_IsWholeAndHarmless(string language, string title)
    {
        var mail = SurveySamples.Mail(language, title);

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.InRange(mail.Subject.Length, 1, 200);
        AssertHarmless(mail.Html);
        Assert.Equal(5, Address().Count(mail.Html));
        Assert.Equal(5, Address().Count(mail.Text));
        Assert.DoesNotContain('\u202E', mail.Text + mail.Html + mail.Subject);
        Assert.True(new MimeMessageComposer("sla@example.com", "SLA").TryCompose(mail, out var message, out var reason), reason);
        Assert.Equal("casey@example.org", Assert.Single(message!.To.Mailboxes).Address);
        Assert.Empty(message.Bcc);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Page_OfAHostileTitle_IsWholeAndHarmless(string language, string title)
    {
        foreach (var (_, page) in SurveySamples.Pages(language, title)) AssertHarmless(page.Html());
    }

    [Theory]
    [InlineData("en", SurveyStand.Open, "Send: 4, satisfied", 5)]
    [InlineData("en", SurveyStand.Rated, "Thank you. You said: 4, satisfied", 4)]
    [InlineData("zh-CN", SurveyStand.Open, "提交：4, 满意", 5)]
    [InlineData("zh-CN", SurveyStand.Rated, "谢谢。您的评价：4, 满意", 4)]
    [InlineData("en", SurveyStand.Expired, "This link is too old: a request can be rated for a week.", 0)]
    [InlineData("zh-CN", SurveyStand.Invalid, "链接不完整。请从邮件中原样打开。", 0)]
    public void Page_InEachState_SaysIt_AndHasAButtonForEachRating(string language, SurveyStand stand, string says, int buttons)
    {
        var html = SurveySamples.Pages(language).Single(sample => sample.Page.Stand == stand).Page.Html();

        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Equal(buttons, Regex.Count(html, "<form method=\"post\" action=\"sample[1-5]\"><button>"));
        Assert.Equal(buttons > 0, html.Contains("HD-1042", StringComparison.Ordinal));
    }

    [Fact]
    public void Mail_LoadsNothing_AndSaysSo()
    {
        var mail = SurveySamples.Mail("en");

        Assert.DoesNotMatch("(?i)<(img|link|script|iframe|style)|url\\(|src=", mail.Html);
        Assert.Contains("does not tell us whether you have read it", mail.Text, StringComparison.Ordinal);
        Assert.Matches("5, very satisfied:\nhttps://sla.example.com/api/rate/sample5\n", mail.Text);
    }

    private static void AssertHarmless(string html)
    {
        Assert.DoesNotMatch("(?i)<(script|img|h1>You)|onerror=[^&]*>", html);
        Assert.EndsWith("</body></html>\n", html, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"https://sla\.example\.com/api/rate/sample[1-5]")]
    private static partial Regex Address();
}
