using System.Collections.Concurrent;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>Keeps the mails, and says of each what the test told it to; otherwise it takes it.</summary>
internal sealed class ScriptedMailer : IMailer
{
    private readonly ConcurrentQueue<Mail> _mails = new();

    public Queue<SendOutcome> Script { get; } = new();

    /// <summary>Why no mail can be sent at all, while the test says so.</summary>
    public string? Obstacle { get; set; }

    /// <summary>Everything that was handed over, taken or not.</summary>
    public IReadOnlyList<Mail> Mails => [.. _mails];

    public Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        _mails.Enqueue(mail);
        return Task.FromResult(Script.TryDequeue(out var outcome) ? outcome : new SendOutcome.Accepted($"<{mail.NotificationId}>"));
    }
}
