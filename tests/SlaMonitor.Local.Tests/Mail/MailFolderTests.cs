using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using SlaMonitor.Local.Mail;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Tests.Mail;

public sealed class MailFolderTests : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("sla-mail-");

    private string Folder => Path.Combine(_parent.FullName, "mail");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task SendAsync_Mail_IsAFileThatMailProgramsOpen()
    {
        var outcome = await SendAsync(Mails.Plain);

        Assert.Equal(new SendOutcome.Accepted("20260302T090000Z-n-0001.eml"), outcome);
        Assert.Equal(["20260302T090000Z-n-0001.eml"], Files());
        using var message = await MimeMessage.LoadAsync(Path.Combine(Folder, Files()[0]));
        Assert.Equal("ann@example.com", message.To.ToString());
        Assert.Equal(Mails.Plain.Text, Mails.Lines(message.TextBody));
        Assert.Equal(Mails.Plain.Html, Mails.Lines(message.HtmlBody));
    }

    [Fact]
    public async Task SendAsync_SameNotificationAgainLater_KeepsTheFirstFile()
    {
        await SendAsync(Mails.Plain);
        var outcome = await SendAsync(Mails.Plain with { Date = Mails.Plain.Date + Duration.FromDays(1), Text = "second" });

        Assert.Equal(new SendOutcome.Accepted("20260302T090000Z-n-0001.eml"), outcome);
        using var message = await MimeMessage.LoadAsync(Path.Combine(Folder, Assert.Single(Files())));
        Assert.Equal(Mails.Plain.Text, Mails.Lines(message.TextBody));
    }

    [Fact]
    public async Task SendAsync_NotificationsWithLikeNames_HaveFilesOfTheirOwn()
    {
        string[] ids = ["a", "x-a", "A", "20260302t090000z-a", "../a", "a/b", "a*", "?", "工单", new string('a', 400), ".", ""];
        foreach (var id in ids) Assert.IsType<SendOutcome.Accepted>(await SendAsync(Mails.Plain with { NotificationId = id }));
        foreach (var id in ids) Assert.IsType<SendOutcome.Accepted>(await SendAsync(Mails.Plain with { NotificationId = id }));

        Assert.Equal(ids.Length, Files().Length);
        Assert.Equal([Folder], Directory.GetFileSystemEntries(_parent.FullName));
    }

    [Fact]
    public async Task SendAsync_FolderCannotBeWritten_IsDeferred()
    {
        await File.WriteAllTextAsync(Folder, "a file, not a folder");

        Assert.IsType<SendOutcome.Deferred>(await SendAsync(Mails.Plain));
    }

    [Fact]
    public async Task SendAsync_NoAddress_IsRefusedAndFilesNothing()
    {
        Assert.Equal(new SendOutcome.Refused("'ann' is not a mail address."), await SendAsync(Mails.Plain with { To = "ann" }));
        Assert.Empty(Directory.GetFileSystemEntries(_parent.FullName));
    }

    private Task<SendOutcome> SendAsync(Monitoring.Ports.Mail mail) =>
        new MailFolder(Folder, Mails.Composer(), NullLogger<MailFolder>.Instance).SendAsync(mail, CancellationToken.None);

    private string[] Files() => [.. Directory.GetFileSystemEntries(Folder).Select(path => Path.GetFileName(path))];
}
