using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using SlaMonitor.Local.Mailers;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Local.Tests.Mailers;

public sealed class MailFolderTests : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("sla-mail-");

    private string Folder => Path.Combine(_parent.FullName, "mail");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task SendAsync_Mail_IsAFileThatMailProgramsOpen()
    {
        var outcome = await SendAsync(SampleMail.Plain);

        Assert.Equal(new SendOutcome.Accepted("20260302T090000Z-n-0001.eml"), outcome);
        Assert.Equal(["20260302T090000Z-n-0001.eml"], Files());
        using var message = await MimeMessage.LoadAsync(Path.Combine(Folder, Files()[0]));
        Assert.Equal("ann@example.com", message.To.ToString());
        Assert.Equal(SampleMail.Plain.Text, SampleMail.Lines(message.TextBody));
        Assert.Equal(SampleMail.Plain.Html, SampleMail.Lines(message.HtmlBody));
    }

    [Fact]
    public async Task SendAsync_SameNotificationAgainLater_KeepsTheFirstFile()
    {
        await SendAsync(SampleMail.Plain);
        var outcome = await SendAsync(SampleMail.Plain with { Date = SampleMail.Plain.Date + Duration.FromDays(1), Text = "second" });

        Assert.Equal(new SendOutcome.Accepted("20260302T090000Z-n-0001.eml"), outcome);
        using var message = await MimeMessage.LoadAsync(Path.Combine(Folder, Assert.Single(Files())));
        Assert.Equal(SampleMail.Plain.Text, SampleMail.Lines(message.TextBody));
    }

    [Fact]
    public async Task SendAsync_NotificationsWithLikeNames_HaveFilesOfTheirOwn()
    {
        string[] ids = ["a", "x-a", "A", "20260302t090000z-a", "../a", "a/b", "a*", "?", "工单", new string('a', 400), ".", ""];
        foreach (var id in ids) Assert.IsType<SendOutcome.Accepted>(await SendAsync(SampleMail.Plain with { NotificationId = id }));
        foreach (var id in ids) Assert.IsType<SendOutcome.Accepted>(await SendAsync(SampleMail.Plain with { NotificationId = id }));

        Assert.Equal(ids.Length, Files().Length);
        Assert.Equal([Folder], Directory.GetFileSystemEntries(_parent.FullName));
    }

    [Fact]
    public async Task SendAsync_SameNotificationAfterItsFileWasRemoved_IsFiledAgain()
    {
        var mailer = Mailer();
        await mailer.SendAsync(SampleMail.Plain, CancellationToken.None);
        File.Delete(Path.Combine(Folder, Assert.Single(Files())));

        await mailer.SendAsync(SampleMail.Plain, CancellationToken.None);

        Assert.Single(Files());
    }

    /// <summary>What a mail costs must not grow with the folder: it is counted how often the folder is read.</summary>
    [Fact]
    public async Task FiledMails_AnyNumberOfMails_ReadTheFolderOnce()
    {
        await SendAsync(SampleMail.Plain with { NotificationId = "there-before" });
        var reads = 0;
        var filed = new FiledMails(Folder, (folder, pattern) =>
        {
            reads++;
            return Directory.EnumerateFiles(folder, pattern);
        });
        var date = SampleMail.Plain.Date;

        Assert.Equal(FiledMails.NameOf("there-before", date), filed.Find("there-before"));
        for (var i = 0; i < 100; i++)
        {
            Assert.Null(filed.Find($"{i}"));
            await File.WriteAllTextAsync(Path.Combine(Folder, FiledMails.NameOf($"{i}", date)), "");
            filed.Add($"{i}", date);
            Assert.Equal(FiledMails.NameOf($"{i}", date), filed.Find($"{i}"));
        }

        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task SendAsync_FolderCannotBeWritten_IsUnavailable()
    {
        await File.WriteAllTextAsync(Folder, "a file, not a folder");

        Assert.IsType<SendOutcome.Unavailable>(await SendAsync(SampleMail.Plain));
    }

    [Fact]
    public async Task SendAsync_NoAddress_IsRefusedAndFilesNothing()
    {
        Assert.Equal(new SendOutcome.Refused("'ann' is not a mail address."), await SendAsync(SampleMail.Plain with { To = "ann" }));
        Assert.Empty(Directory.GetFileSystemEntries(_parent.FullName));
    }

    private Task<SendOutcome> SendAsync(Mail mail) => Mailer().SendAsync(mail, CancellationToken.None);

    private MailFolder Mailer() => new(Folder, SampleMail.Composer(), NullLogger<MailFolder>.Instance);

    private string[] Files() => [.. Directory.GetFileSystemEntries(Folder).Select(path => Path.GetFileName(path))];
}
