using SlaMonitor.Mails;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>Stands where mails are written and sent, and keeps what each person was told, once for each time.</summary>
internal sealed class ToldPeople(IClock clock) : IMailComposer, IMailer
{
    private readonly Lock _lock = new();
    private readonly List<(string Notification, Instant At)> _told = [];
    private int _mails;

    /// <summary>What a request does before it is answered.</summary>
    public Func<Task> Request { get; set; } = () => Task.CompletedTask;

    /// <summary>
    /// The notifications that people were told of, in the order of telling: one for each step, person and time of telling.
    /// </summary>
    public IReadOnlyList<(string Notification, Instant At)> Told
    {
        get
        {
            lock (_lock) return [.. _told];
        }
    }

    /// <summary>How many mails there were.</summary>
    public int Mails => _mails;

    /// <summary>A mail that lists its notifications, in place of what people read.</summary>
    public Mail Compose(MailContents contents) => new()
    {
        NotificationId = contents.MailId,
        TicketId = null,
        To = contents.Reader.Address,
        Subject = "SLA",
        Text = string.Join('\n', contents.Items.Select(item => item.NotificationId)),
        Html = string.Empty,
        Language = "en",
        Date = contents.WrittenAt,
    };

    public async Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        await Request();
        lock (_lock)
        {
            _told.AddRange(mail.Text.Split('\n').Select(notification => (notification, clock.GetCurrentInstant())));
        }

        Interlocked.Increment(ref _mails);
        return new SendOutcome.Accepted($"<{mail.NotificationId}>");
    }
}
