using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Samples;

namespace SlaMonitor.Mails.Tests.Composition;

/// <summary>What a phone shows of a mail that is not opened.</summary>
public sealed class SubjectTests
{
    private static readonly TicketEvent Answered =
        Events.Of(TicketEventType.Replied, "HD-1", "2026-03-02T10:30:00Z", change: new() { By = Actor.Agent });

    [Theory]
    [InlineData(10, "en", "[SLA] At risk: first response · HD-1 Printer on fire", false)]
    [InlineData(10, "zh-CN", "[SLA] 即将到期：首次响应 · HD-1 Printer on fire", false)]
    [InlineData(13, "en", "[SLA] Breached: first response · HD-1 Printer on fire", true)]
    [InlineData(13, "zh-CN", "[SLA] 已逾期：首次响应 · HD-1 Printer on fire", true)]
    public void Mail_SaysHowBadItIs_AndWhichPromise_AndOnlyABreachIsMarkedImportant(int hour, string language, string subject, bool isHigh)
    {
        var mail = Alerts.Mail(Alerts.Item(Instant.FromUtc(2026, 3, 2, hour, 0)), language);

        Assert.Equal(subject, mail.Subject);
        Assert.Equal(isHigh, MailHeaders.Of(mail, "example.com").Contains(new("Importance", "high")));
    }

    [Fact]
    public void Mails_OfOneStateOfAPromise_HaveOneSubject_AndAllOfTheTicketOneThread()
    {
        var mails = new[] { 12, 13, 14, 15 }.Select(hour => Alerts.Mail(Alerts.Item(Instant.FromUtc(2026, 3, 2, hour, 1)))).ToList();
        var kept = Alerts.Mail(Alerts.Item(Instant.FromUtc(2026, 3, 2, 11, 0), later: Answered));

        Assert.Single(mails.Select(mail => mail.Subject).Distinct());
        Assert.Equal("[SLA] All clear: first response · HD-1 Printer on fire", kept.Subject);
        Assert.Single(mails.Append(kept)
            .Select(mail => MailHeaders.Of(mail, "example.com").Single(header => header.Key == "References").Value)
            .Distinct());
    }

    [Theory]
    [InlineData("en", "Over by: 0m of opening hours so far: it ran out at closing time")]
    [InlineData("zh-CN", "已超时：0 分钟（服务时间）：期限恰在下班时届满")]
    public void Mail_AfterDueAtClosingTime_IsOverByNothingYet_AndNeverBothOverdueAndLeft(string language, string expected)
    {
        // Created at 14:00 in Berlin, so that its four hours end with the working day; read at half past eight in the evening.
        var created = Events.Of(TicketEventType.Created, "HD-1", "2026-03-02T13:00:00Z", change: Events.Printer);
        var text = Alerts.Text(Alerts.Of(Instant.FromUtc(2026, 3, 2, 19, 30), language: language, log: [created]));

        Assert.Contains(expected, text.ReplaceLineEndings("\n").Split('\n'));
        Assert.DoesNotContain("Left", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50%", "Step 1 of 2, at 50%.", "升级步骤 1/2（已用 50%）。")]
    [InlineData("due", "Step 1 of 2, when it was due.", "升级步骤 1/2（到期时）。")]
    [InlineData("due + 1h 30m", "Step 1 of 2, 1h 30m after it was due.", "升级步骤 1/2（到期后 1 小时 30 分钟）。")]
    [InlineData("due + 4h elapsed", "Step 1 of 2, 4h of real time after it was due.", "升级步骤 1/2（到期后 4 小时（自然时间））。")]
    [InlineData(
        "due#2", "Step 1 of 2, when it was due, told again (2) because nobody has taken it.",
        "升级步骤 1/2（到期时）：尚无人接手，第 2 次再通知。")]
    public void Step_IsSaidInTheReadersLanguage(string moment, string english, string chinese)
    {
        Assert.Equal(english, StepIn("en"));
        Assert.Equal(chinese, StepIn("zh-CN"));

        string? StepIn(string language) =>
            Alerts.Of(Instant.FromUtc(2026, 3, 2, 13, 0), language: language, with: item => item with { Moment = moment }).Step;
    }

    [Fact]
    public void Ticket_OfWhichNobodySaidWhereItIs_LeadsToOurOwnPage_AndAnyOtherToTheHelpdesk()
    {
        var page = new Uri("https://sla.example.com/api/dashboard/tickets/HD-1");

        Assert.Equal(page.AbsoluteUri, LinkOf(TicketChange.None));
        Assert.Equal("https://helpdesk.example.com/tickets/1", LinkOf(Events.Printer));

        string? LinkOf(TicketChange change) =>
            Alerts.Of(Instant.FromUtc(2026, 3, 2, 10, 0), change, with: item => item with { TicketPage = page }).Ticket.Url;
    }
}
