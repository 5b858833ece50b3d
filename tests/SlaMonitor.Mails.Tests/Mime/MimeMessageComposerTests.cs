using CsCheck;
using MimeKit;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Samples;

namespace SlaMonitor.Mails.Tests.Mime;

public sealed class MimeMessageComposerTests
{
    [Fact]
    public void TryCompose_PlainMail_HasExactlyTheseBytes()
    {
        const string Expected = """
            From: SLA Monitor <sla@monitor.example>
            Date: Mon, 02 Mar 2026 09:00:00 +0000
            Subject: [SLA] #5158 Cannot log in
            Message-Id: <n-0001@monitor.example>
            To: ann@example.com
            In-Reply-To: <ticket-5158@monitor.example>
            References: <ticket-5158@monitor.example>
            Auto-Submitted: auto-generated
            X-Auto-Response-Suppress: All
            Content-Language: en
            MIME-Version: 1.0
            Content-Type: multipart/alternative;
            	boundary="=_HASH"

            --=_HASH
            Content-Type: text/plain; charset=utf-8

            Due in 30 minutes.
            Take it: https://sla.example.com/a/1

            --=_HASH
            Content-Type: text/html; charset=utf-8

            <p>Due in <b>30 minutes</b>.</p>

            --=_HASH--

            """;

        Assert.Equal(
            Expected.Replace("HASH", "cd5239ca6fcd137eadb5c2f15ff5689a", StringComparison.Ordinal).ReplaceLineEndings("\n"),
            System.Text.Encoding.ASCII.GetString(Bytes(SampleMail.Plain)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void TryCompose_MailWithAFile_BringsItBesideBothTexts()
    {
        var file = new MailAttachment("office-2026-03.xlsx", "application/vnd.ms-excel", new byte[] { 1, 2, 3, 255 });
        var mail = SampleMail.Plain with { Attachments = [file] };
        var message = Parse(mail);

        Assert.Equal(mail.Text, SampleMail.Lines(message.TextBody));
        Assert.Equal(mail.Html, SampleMail.Lines(message.HtmlBody));
        var part = (MimePart)Assert.Single(message.Attachments);
        Assert.Equal(("office-2026-03.xlsx", "application/vnd.ms-excel"), (part.FileName, part.ContentType.MimeType));
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        Assert.Equal([1, 2, 3, 255], content.ToArray());
        Assert.Equal(Bytes(mail), Bytes(mail));
    }

    [Theory]
    [InlineData("ABC-1")]
    [InlineData("a..b")]
    [InlineData("a b")]
    [InlineData("<x@y>")]
    [InlineData("工单-1")]
    [InlineData("a\r\nBcc: everybody@example.com")]
    public void TryCompose_TicketIdThatNoMessageIdMayHave_IsHashed(string ticketId)
    {
        var message = Parse(SampleMail.Plain with { TicketId = ticketId, NotificationId = ticketId });

        Assert.Matches("^ticket-~[0-9a-f]{32}@monitor\\.example$", message.InReplyTo);
        Assert.Equal(message.InReplyTo, Assert.Single(message.References));
        Assert.Matches("^~[0-9a-f]{32}@monitor\\.example$", message.MessageId);
    }

    [Theory]
    [InlineData("ann@example.com\r\nBcc: everybody@example.com")]
    [InlineData("ann@example.com, bob@example.com")]
    [InlineData("Ann <ann@example.com>")]
    [InlineData("ann@[127.0.0.1]")]
    [InlineData("\"ann b\"@example.com")]
    [InlineData("ann\u202E@example.com")]
    [InlineData("ann")]
    [InlineData("")]
    public void TryCompose_RecipientThatIsNotOneAddress_IsRefused(string to)
    {
        Assert.False(SampleMail.Composer().TryCompose(SampleMail.Plain with { To = to }, out _, out var reason));
        Assert.EndsWith("is not a mail address.", reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reason);
    }

    [Theory]
    [InlineData("anna@xn--bcher-kva.example")]
    [InlineData("anna@bücher.example")]
    [InlineData("anna@XN--BCHER-KVA.example")]
    public void TryCompose_RecipientWithAnInternationalDomain_IsWrittenInItsCodedForm(string to)
    {
        Assert.True(SampleMail.Composer().TryCompose(SampleMail.Plain with { To = to }, out var message, out var reason), reason);
        Assert.Equal("anna@xn--bcher-kva.example", message.To.Mailboxes.Single().GetAddress(idnEncode: true), ignoreCase: true);
    }

    [Fact]
    public void TryCompose_AnyTexts_AddNoHeaderAndComeBack()
    {
        var names = Parse(SampleMail.Plain).Headers.Select(header => header.Field).ToArray();
        Gen.Select(TicketText.Any, TicketText.Any, TicketText.Any, TicketText.Any).Sample((subject, text, html, id) =>
        {
            var bytes = Bytes(SampleMail.Plain with
            {
                Subject = subject,
                Text = text,
                Html = html,
                NotificationId = id,
                TicketId = subject,
                Language = html,
            });
            var message = Load(bytes);

            Assert.Equal(names.Order(StringComparer.Ordinal), message.Headers.Select(header => header.Field).Order(StringComparer.Ordinal));
            Assert.Equal(Lines(text), Lines(message.TextBody));
            Assert.Equal(Lines(html), Lines(message.HtmlBody));
            Assert.DoesNotContain(bytes, b => b > 127);
            Assert.All(System.Text.Encoding.ASCII.GetString(bytes).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        });

        // MIME says line ends are CRLF: a lone CR or LF, and a missing one at the end, are the same text.
        static string Lines(string? text) => TicketText.AsStored(text ?? "").ReplaceLineEndings("\n").TrimEnd('\n');
    }

    [Theory]
    [InlineData("工单超时：无法登录，请尽快处理，这是一个很长很长很长的标题，长到一行放不下为止", null)]
    [InlineData("👩‍🚒🔥 on fire", null)]
    [InlineData("=?utf-8?q?a=0D=0ABcc:_x?=", "=\u200B?utf-8?q?a=0D=0ABcc:_x?=")]
    [InlineData("a\r\nBcc: everybody@example.com\r\n\r\nbody", "a Bcc: everybody@example.com body")]
    [InlineData("tab\there\u2028there\u0085end\0", "tab here there end")]
    public void TryCompose_Subject_IsOneLineAndReadsTheSame(string subject, string? expected) =>
        Assert.Equal(expected ?? subject, Parse(SampleMail.Plain with { Subject = subject }).Subject);

    [Fact]
    public void TryCompose_SenderNameOutsideAscii_ReadsTheSame()
    {
        var from = Parse(SampleMail.Plain, SampleMail.Composer(fromName: "值班\r\nX: y")).From.Mailboxes.Single();

        Assert.Equal(("值班 X: y", "sla@monitor.example"), (from.Name, from.Address));
    }

    [Fact]
    public void TryCompose_SenderInAnInternationalDomain_HasIdsInAscii()
    {
        var message = Parse(SampleMail.Plain, SampleMail.Composer(from: "sla@例子.example"));

        Assert.Equal("n-0001@xn--fsqu00a.example", message.MessageId);
    }

    private static byte[] Bytes(Mail mail, MimeMessageComposer? composer = null)
    {
        Assert.True((composer ?? SampleMail.Composer()).TryCompose(mail, out var message, out _));
        using (message)
        {
            using var stream = new MemoryStream();
            var format = FormatOptions.Default.Clone();
            format.NewLineFormat = NewLineFormat.Dos;
            message.WriteTo(format, stream);
            return stream.ToArray();
        }
    }

    private static MimeMessage Parse(Mail mail, MimeMessageComposer? composer = null) => Load(Bytes(mail, composer));

    private static MimeMessage Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return MimeMessage.Load(stream);
    }
}
