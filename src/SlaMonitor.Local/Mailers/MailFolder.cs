using Microsoft.Extensions.Logging;
using MimeKit;
using SlaMonitor.Local.Files;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Mailers;

/// <summary>
/// Files mails as <c>.eml</c> in a folder instead of sending them. A notification has one file, however often it is sent: a process that
/// dies between sending and recording leaves no second copy behind.
/// </summary>
internal sealed class MailFolder(string folder, MimeMessageComposer composer, ILogger<MailFolder> logger) : IMailer
{
    private static readonly FormatOptions Format = CreateFormat();

    private readonly FiledMails _filed = new(folder, Directory.EnumerateFiles);

    public async Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (!composer.TryCompose(mail, out var message, out var reason)) return new SendOutcome.Refused(reason);

        using (message)
        {
            try
            {
                var name = await WriteAsync(mail, message, cancellationToken);
                logger.MailFiled(mail.NotificationId, name);
                return new SendOutcome.Accepted(name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                logger.MailDeferred(mail.NotificationId, e.Message);
                return new SendOutcome.Unavailable(e.Message);
            }
        }
    }

    private async Task<string> WriteAsync(Mail mail, MimeMessage message, CancellationToken cancellationToken)
    {
        OwnerOnly.CreateFolder(folder);
        var id = MailIds.Plain(mail.NotificationId);
        // A repeat has another date, and tells less where some of it was recorded as sent before the process died: the first one stays.
        if (_filed.Find(id) is { } there) return there;

        var name = FiledMails.NameOf(id, mail.Date);

        // Whole or not at all: written beside, forced to the disk, and only then given its name.
        var temporary = Path.Combine(folder, $".{id}.tmp");
        await using (var file = OwnerOnly.Open(temporary, FileMode.Create))
        {
            await message.WriteToAsync(Format, file, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, Path.Combine(folder, name), overwrite: true);
        _filed.Add(id, mail.Date);
        return name;
    }

    private static FormatOptions CreateFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos; // RFC 5322 knows no other line end
        return format;
    }
}
