using System.Text;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Tests.Composition;

/// <summary>Several promises in one mail.</summary>
public sealed class DigestTextTests
{
    private static readonly MailComposer Composer = new(TemplateSet.BuiltIn);

    [Fact]
    public void Text_InEnglish_IsThis() => Assert.Equal(
        """
        5 promises: 2 breached, 2 at risk, 1 all clear (Europe/Berlin)

        I'll take all of these: https://sla.example.com/api/acknowledge/all

        Breached (2)

        HD-1042 Printer on fire
          First response within 4h · Mon 2 Mar 2026, 13:00 · Over by: 1h
          I'll take it: https://sla.example.com/api/acknowledge/sample
          Open the ticket: https://helpdesk.example.com/tickets/HD-1042

        HD-1043 Printer on fire
          First response within 4h · Mon 2 Mar 2026, 13:00 · Over by: 1h
          Could not be reached: ben@example.com
          I'll take it: https://sla.example.com/api/acknowledge/sample
          Open the ticket: https://helpdesk.example.com/tickets/HD-1043

        At risk (2)

        HD-1044 Printer on fire
          Resolution within 18h · Thu 5 Mar 2026, 10:00 · Left: 15h
          I'll take it: https://sla.example.com/api/acknowledge/sample
          Open the ticket: https://helpdesk.example.com/tickets/HD-1044

        HD-1045 Printer on fire
          Resolution within 18h · Thu 5 Mar 2026, 10:00 · Left: 15h
          Taken by: ben@example.com, until Mon 2 Mar 2026, 18:00
          Open the ticket: https://helpdesk.example.com/tickets/HD-1045

        All clear (1)

        HD-1046 Printer on fire
          First response within 4h · Mon 2 Mar 2026, 13:00 · Left: 2h
          Open the ticket: https://helpdesk.example.com/tickets/HD-1046

        SlaMonitor, by machine: nobody reads an answer to this mail.

        """.ReplaceLineEndings("\n"),
        Compose("digest", "en", "Printer on fire").Text);

    [Theory]
    [InlineData("en", "500 promises: 500 breached", "and 480 more: HD-2020, HD-2021, ", "[SLA] 500 breached")]
    [InlineData("zh-CN", "500 项承诺：500 项逾期", "另有 480 项：HD-2020, HD-2021, ", "[SLA] 500 项逾期")]
    public void StormOf500_RowsForTheFirst_NamesForTheOthers(string language, string headline, string more, string subject)
    {
        var mail = Compose("storm", language, "Printer on fire");

        Assert.StartsWith(headline, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"\n{more}", mail.Text, StringComparison.Ordinal);
        Assert.Contains(more, mail.Html, StringComparison.Ordinal);
        Assert.Equal((subject, null), (mail.Subject, mail.TicketId));
        Assert.Equal(20, mail.Text.Split('\n').Count(line => line.StartsWith("HD-", StringComparison.Ordinal)));
    }

    public static TheoryData<string> Titles =>
        ["plain", new string('"', 10_000), string.Concat(Enumerable.Repeat("👩‍🚒<", 3_000)), "a\r\nBcc: eve@example.com\r\n\r\n\u202E"];

    [Theory]
    [MemberData(nameof(Titles))]
    public void StormOf500_WhateverTheTitles_StaysUnder60KB(string title)
    {
        foreach (var language in (string[])["en", "zh-CN"])
        {
            var mail = Compose("storm", language, title);

            Assert.InRange(Encoding.UTF8.GetByteCount(mail.Text) + Encoding.UTF8.GetByteCount(mail.Html), 1, MailComposer.LargestMail);
            Assert.DoesNotContain(mail.Text + mail.Html, c =>
                (char.IsControl(c) && c != '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
        }
    }

    [Fact]
    public void LongLinks_FewerRows_AndTheMailStaysSmall()
    {
        var storm = Sample("storm", "en", null);
        var link = new Uri($"https://sla.example.com/api/acknowledge/{new string('x', 2_000)}");
        var mail = Composer.Compose(storm with { Items = [.. storm.Items.Select(item => item with { AcknowledgeUrl = link })] });

        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Text) + Encoding.UTF8.GetByteCount(mail.Html), 1, MailComposer.LargestMail);
        Assert.Contains("\nand 490 more: ", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralPromisesOfOneTicket_StayInItsThread()
    {
        var digest = Sample("digest", "en", "Printer on fire");
        var mail = Composer.Compose(digest with { Items = [digest.Items[0], digest.Items[0]] });

        Assert.Equal(("HD-1042", "[SLA] 2 breached · HD-1042 Printer on fire"), (mail.TicketId, mail.Subject));
    }

    private static Mail Compose(string name, string language, string title) => Composer.Compose(Sample(name, language, title));

    private static MailContents Sample(string name, string language, string? title) =>
        MailSamples.All(language, title).Single(sample => sample.Name == name).Contents;
}
