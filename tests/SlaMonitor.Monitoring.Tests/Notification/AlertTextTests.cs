using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Contents;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Notification;

/// <summary>Whole mails, as people read them.</summary>
public sealed class AlertTextTests
{
    [Fact]
    public void Text_WarningInEnglish_IsThis() => AssertText(
        """
        First response is due in 2h of opening hours.

        Ticket: HD-1 Printer on fire
        Customer: ACME
        Priority: high
        Assignee: anna@example.com

        Promise: First response within 4h (office v1 · response)
        Due: Mon 2 Mar 2026, 13:00 (Europe/Berlin)
        Left: 2h

        Counted: 2h
          Mon 2 Mar 2026, 09:00–11:00 = 2h

        Open the ticket: https://helpdesk.example.com/tickets/1
        Also told: lead@example.com
        You are told as assignee, at the step “50%” of the agreement's escalation.
        """,
        Alerts.Of(Instant.FromUtc(2026, 3, 2, 10, 0)));

    [Fact]
    public void Text_BreachOfAHeldClockInChinese_IsThis() => AssertText(
        """
        解决已逾期，承诺未能兑现。

        工单：HD-1 Printer on fire
        客户：ACME
        优先级：高
        处理人：anna@example.com

        承诺：18 小时内解决 (office v1 · resolution)
        到期：2026年3月4日 周三 22:00 (Asia/Shanghai)
        已超时：1 小时

        已计时：19 小时
          2026年3月2日 周一 16:00–17:00 = 1 小时
          2026年3月2日 周一 23:00 – 2026年3月3日 周二 01:00 = 2 小时
          2026年3月3日 周二 16:00 – 2026年3月4日 周三 01:00 = 9 小时
          2026年3月4日 周三 16:00–23:00 = 7 小时
        暂停计时
          2026年3月2日 周一 17:00–23:00 (等待客户)

        打开工单：https://helpdesk.example.com/tickets/1
        同时通知：lead@example.com
        您以“assignee”身份收到此通知，对应升级步骤“50%”。
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
        First response came late: the promise was broken.

        Ticket: HD-1
        Priority: normal
        Assignee: nobody

        Promise: First response within 4h (office v1 · response)
        Due: Mon 2 Mar 2026, 12:00 (UTC)
        Over by: 30m

        Counted: 4h 30m
          Mon 2 Mar 2026, 08:00–12:30 = 4h 30m

        Also told: lead@example.com
        You are told as assignee, at the step “50%” of the agreement's escalation.
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
        var text = AlertTemplates.Text(Alerts.Of(Instant.FromUtc(2026, 3, 4, 10, 0), zone: "Asia/Shanghai", agreement: Excluding));

        Assert.Contains(" (Asia/Shanghai), provisional: the holidays of that time are not announced yet\n", text, StringComparison.Ordinal);
        Assert.Contains("\nExcluded\n  Tue 3 Mar 2026, 09:00–12:00 (Typhoon, both)\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_ManySpans_ShowTheLastSixAndTheSumOfTheRest()
    {
        var model = Alerts.Of(Instant.FromUtc(2026, 3, 17, 9, 0), metric: "resolution"); // eleven whole days, and an hour of the twelfth

        Assert.Equal(7, model.Counted.Count);
        Assert.Equal(("6 earlier spans: 54h", "Tue 17 Mar 2026, 09:00–10:00 = 1h", "100h"), (model.Counted[0], model.Counted[^1], model.Elapsed));
        Assert.Equal(45, model.Counted.Skip(1).SkipLast(1).Count(line => line.EndsWith("= 9h", StringComparison.Ordinal)) * 9);
    }

    [Theory]
    [InlineData("en", "Take it: ", "Taken by: lead@example.com – ", "Could not be reached: ")]
    [InlineData("zh", "由我处理：", "已接手：lead@example.com – ", "未能送达：")]
    public void BothForms_SayWhereToTakeIt_WhoHasIt_AndWhoWasNotReached(string language, string take, string taken, string unreached)
    {
        var model = Alerts.Of(Instant.FromUtc(2026, 3, 2, 10, 0), language: language, with: item => item with
        {
            AcknowledgeUrl = new Uri("https://sla.example.com/api/acknowledge/a.b.c"),
            AcknowledgedBy = new Acknowledgement("response/1/14400s", "lead@example.com", Instant.FromUtc(2026, 3, 2, 9, 0), Instant.FromUtc(2026, 3, 2, 13, 0)),
            Unreached = new Unreached("anna@example.com", "550 <b>unknown</b>"),
        });
        var (text, html) = (AlertTemplates.Text(model), AlertTemplates.Html(model));

        Assert.Contains($"\n{take}https://sla.example.com/api/acknowledge/a.b.c\n{taken}", text, StringComparison.Ordinal);
        Assert.Contains($"\n{unreached}anna@example.com 550 <b>unknown</b>\n", text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://sla.example.com/api/acknowledge/a.b.c\"", html, StringComparison.Ordinal);
        Assert.Contains("lead@example.com", html, StringComparison.Ordinal);
        Assert.Contains("550 &lt;b&gt;unknown&lt;/b&gt;", html, StringComparison.Ordinal);
    }

    private static void AssertText(string expected, AlertModel model) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), AlertTemplates.Text(model).ReplaceLineEndings("\n").TrimEnd('\n'));
}
