using AngleSharp.Html.Parser;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Samples;

namespace SlaMonitor.Mails.Tests.Composition;

/// <summary>Whole mails, as people read them.</summary>
public sealed class AlertTextTests
{
    private static readonly Uri Link = new("https://sla.example.com/api/acknowledge/a.b.c");

    [Fact]
    public void Text_WarningInEnglish_IsThis() => AssertText(
        """
        Warning: First response is due in 2h of opening hours.
        Due: Mon 2 Mar 2026, 13:00 (Europe/Berlin)
        Left: 2h

        HD-1 Printer on fire
        https://helpdesk.example.com/tickets/1

        Promise: First response within 4h
        Customer: ACME
        Priority: high
        Assignee: anna@example.com

        Counted: 2h of 4h
          Mon 2 Mar 2026, 09:00–11:00  2h

        Step 1 of 2, at 50%.
        You are told because the ticket is yours.
        Also told: lead@example.com
        office v1 · response
        SlaMonitor, by machine: nobody reads an answer to this mail.
        """,
        Alerts.Of(Instant.FromUtc(2026, 3, 2, 10, 0)));

    [Theory]
    [InlineData("en", "The creation itself was never received: ticket.updated of Mon 2 Mar 2026, 11:00 (/helpdesk) told its time.")]
    [InlineData("zh-CN", "从未收到工单的创建事件：创建时间由 2026年3月2日 周一 11:00 的 ticket.updated（/helpdesk）告知。")]
    public void Text_OfALostCreation_SaysWhoToldItsTime(string language, string expected) => Assert.Contains(
        expected,
        LinesOf(language, Events.Printer with { CreatedAt = Instant.FromUtc(2026, 3, 2, 8, 0) }));

    [Theory]
    [InlineData("en", "The creation itself was never received, nor its time: the clock counts from the earliest event that was.")]
    [InlineData("zh-CN", "从未收到工单的创建事件，也不知其创建时间：自收到的最早事件起计时。")]
    public void Text_OfALostCreation_SaysWhereNobodyToldItsTime(string language, string expected) =>
        Assert.Contains(expected, LinesOf(language, Events.Printer));

    [Theory]
    [InlineData("en", "The ticket is older than the creation that was received says: ticket.updated of Mon 2 Mar 2026, 11:00 (/helpdesk)")]
    [InlineData("zh-CN", "工单的创建早于所收到的创建事件：创建时间由 2026年3月2日 周一 11:00 的 ticket.updated（/helpdesk）告知。")]
    public void Text_OfACreationThatWasEarlier_SaysWhoToldIt(string language, string expected)
    {
        var told = Events.Printer with { CreatedAt = Instant.FromUtc(2026, 3, 2, 7, 0) };
        var text = Alerts.Text(Alerts.Of(
            Instant.FromUtc(2026, 3, 2, 10, 30), language: language,
            later: [Events.Of(TicketEventType.Updated, "HD-1", "2026-03-02T10:00:00Z", change: told)]));

        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    private static string[] LinesOf(string language, TicketChange change)
    {
        var now = Instant.FromUtc(2026, 3, 2, 10, 30);
        TicketEvent[] log = [Events.Of(TicketEventType.Updated, "HD-1", "2026-03-02T10:00:00Z", change: change)];
        var clocks = TicketAssessment.Of(log, [], SampleAgreements.Load(SampleAgreements.Office), now)!.Clocks;
        var explanation = ClockExplanation.Of(clocks.First(clock => clock.Target.Id == "response"), now);
        return Alerts.Text(Alerts.Of(now, language: language, with: item => item with { Explanation = explanation }))
            .ReplaceLineEndings("\n").Split('\n');
    }

    [Fact]
    public void Text_BreachOfAHeldClockInChinese_IsThis() => AssertText(
        """
        已逾期：解决已逾期，承诺未能兑现。
        到期：2026年3月4日 周三 22:00 (Asia/Shanghai)
        已超时：1 小时

        HD-1 Printer on fire
        https://helpdesk.example.com/tickets/1

        承诺：18 小时内解决
        客户：ACME
        优先级：高
        处理人：anna@example.com

        已计时：19 小时，共 18 小时
          2026年3月2日 周一 16:00–17:00  1 小时
          2026年3月2日 周一 23:00 – 2026年3月3日 周二 01:00  2 小时
          2026年3月3日 周二 16:00 – 2026年3月4日 周三 01:00  9 小时
          2026年3月4日 周三 16:00–23:00  7 小时
        暂停计时
          2026年3月2日 周一 17:00–23:00  等待客户

        升级步骤 1/2（已用 50%）。
        该工单由您处理，因此通知您。
        同时通知：lead@example.com
        office v1 · resolution
        SlaMonitor 自动发送，请勿直接回复。
        """,
        Alerts.Of(
            Instant.FromUtc(2026, 3, 4, 15, 0), language: "zh-CN", zone: "Asia/Shanghai", metric: "resolution",
            later:
            [
                Events.Of(TicketEventType.Updated, "HD-1", "2026-03-02T09:00:00Z", change: new() { Status = TicketStatus.Pending }),
                Events.Of(TicketEventType.Updated, "HD-1", "2026-03-02T15:00:00Z", change: new() { Status = TicketStatus.Open }),
            ]));

    [Fact]
    public void Text_NothingKnownOfTheTicket_SaysNobodyAndLeavesOutTheRest() => AssertText(
        """
        Breached: First response came late: the promise was broken.
        Due: Mon 2 Mar 2026, 12:00 (UTC)
        Over by: 30m

        HD-1

        Promise: First response within 4h
        Priority: normal
        Assignee: nobody

        Counted: 4h 30m of 4h
          Mon 2 Mar 2026, 08:00–12:30  4h 30m

        Step 1 of 2, at 50%.
        You are told because the ticket is yours.
        Also told: lead@example.com
        office v1 · response
        SlaMonitor, by machine: nobody reads an answer to this mail.
        """,
        Alerts.Of(
            Instant.FromUtc(2026, 3, 2, 13, 0), TicketChange.None, zone: "UTC",
            later: Events.Of(TicketEventType.Replied, "HD-1", "2026-03-02T12:30:00Z", change: new() { By = Actor.Agent })));

    [Fact]
    public void Text_ExclusionAndProvisionalDueTime_AreSaid()
    {
        const string Excluding = """
            agreement: china
            title: China
            version: 1
            effectiveFrom: 2020-01-01
            timeZone: Asia/Shanghai
            calendars:
              office:
                week: { mon-fri: "09:00-18:00" }
                holidays: { list: china, closedOn: notice, makeUpDays: closed }
            targets:
              - { id: response, metric: firstResponse, within: 9000h, calendar: office }
            contacts:
              support: { email: support@example.com }
            fallbackContact: support
            exclusions:
              - { from: 2026-03-03T09:00+08:00, to: 2026-03-03T12:00+08:00, reason: Typhoon, approvedBy: both }
            """;
        var text = Alerts.Text(Alerts.Of(Instant.FromUtc(2026, 3, 4, 10, 0), zone: "Asia/Shanghai", agreement: Excluding));

        Assert.Contains(" (Asia/Shanghai), provisional: the holidays of that time are not announced yet\n", text, StringComparison.Ordinal);
        Assert.Contains("\nExcluded\n  Tue 3 Mar 2026, 09:00–12:00  Typhoon, both\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_ManySpans_ShowTheLastSixAndTheSumOfTheRest()
    {
        var model = Alerts.Of(Instant.FromUtc(2026, 3, 17, 9, 0), metric: "resolution"); // eleven whole days, and an hour of the twelfth

        Assert.Equal(7, model.Spent.Counted.Count);
        Assert.Equal(new SpentLine("6 earlier spans", "54h"), model.Spent.Counted[0]);
        Assert.Equal(new SpentLine("Tue 17 Mar 2026, 09:00–10:00", "1h"), model.Spent.Counted[^1]);
        Assert.Equal("100h of 18h", model.Spent.Total);
        Assert.Equal(5, model.Spent.Counted.Count(line => line.Amount == "9h"));
    }

    [Theory]
    [InlineData("en", "I'll take it: ", "The next steps then wait for 4h.")]
    [InlineData("zh", "由我处理：", "接手后，后续升级步骤将暂缓 4 小时。")]
    public void BothForms_NobodyHasIt_SayWhereToTakeItAndWhatThatDoes(string language, string take, string effect)
    {
        var model = Alerts.Of(Instant.FromUtc(2026, 3, 2, 10, 0), language: language, with: item => item with { AcknowledgeUrl = Link });

        Assert.Contains($"\n\n{take}{Link}\n{effect}\n\n", Alerts.Text(model), StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Link}\"", Alerts.Html(model), StringComparison.Ordinal);
        Assert.Contains(effect, Alerts.Html(model), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Taken by: lead@example.com, until Mon 2 Mar 2026, 14:00")]
    [InlineData("zh", "已接手：lead@example.com，至 2026年3月2日 周一 14:00")]
    public void BothForms_SomebodyHasIt_SayWho_AndOfferItToNobodyElse(string language, string taken)
    {
        var model = Alerts.Of(Instant.FromUtc(2026, 3, 2, 10, 0), language: language, with: item => item with
        {
            AcknowledgeUrl = Link,
            AcknowledgedBy = new Acknowledgement(
                new ClockId("response/1/14400s"), "lead@example.com",
                Instant.FromUtc(2026, 3, 2, 9, 0), Instant.FromUtc(2026, 3, 2, 13, 0)),
        });

        Assert.Contains($"\n\n{taken}\n\n", Alerts.Text(model), StringComparison.Ordinal);
        Assert.Contains(taken, new HtmlParser().ParseDocument(Alerts.Html(model)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Link.AbsoluteUri, Alerts.Text(model) + Alerts.Html(model), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "ben@example.com was to be told and could not be reached: 550 <b>unknown</b>. You are told instead.")]
    [InlineData("zh", "原应通知 ben@example.com，但未能送达：550 <b>unknown</b>。现改为通知您。")]
    public void BothForms_SomebodyWasNotReached_SayWhoAndWhy(string language, string note)
    {
        var model = Alerts.Of(
            Instant.FromUtc(2026, 3, 2, 10, 0),
            language: language,
            with: item =>
                item with { Kind = MailItemKind.Undelivered, Unreached = new Unreached("ben@example.com", "550 <b>unknown</b>") });

        Assert.Contains($"\n\n{note}\n", Alerts.Text(model), StringComparison.Ordinal);
        Assert.Contains(note, new HtmlParser().ParseDocument(Alerts.Html(model)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>unknown", Alerts.Html(model), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_AllClear_SaysThatItWasKeptAndNothingIsLeftToDo()
    {
        var text = Alerts.Text(Alerts.Of(
            Instant.FromUtc(2026, 3, 2, 13, 0), with: item => item with { Kind = MailItemKind.AllClear, Step = null },
            later: Events.Of(TicketEventType.Replied, "HD-1", "2026-03-02T10:30:00Z", change: new() { By = Actor.Agent })));

        Assert.StartsWith("All clear: First response was kept in time.\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n\nIt was done on Mon 2 Mar 2026, 11:30, in time. The news came late; there is nothing left to do.\n",
            text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Step", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_HeldForQuietHours_SaysSinceWhen() =>
        Assert.Contains(
            "\n\nThis has waited since Mon 2 Mar 2026, 03:00.\n",
            Alerts.Text(
                Alerts.Of(Instant.FromUtc(2026, 3, 2, 10, 0), with: item => item with { WaitedSince = Instant.FromUtc(2026, 3, 2, 2, 0) })),
            StringComparison.Ordinal);

    private static void AssertText(string expected, AlertModel model) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), Alerts.Text(model).ReplaceLineEndings("\n").TrimEnd('\n'));
}
