using NodaTime;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Demo;

/// <summary>Files the mails of the demo and says so; those about what was before it opened are taken, and go to nobody.</summary>
/// <param name="folder">Files mails.</param>
/// <param name="console">Takes a line of each.</param>
/// <param name="clock">The demo's clock.</param>
internal sealed class DemoMailer(IMailer folder, DemoConsole console, IClock clock) : IMailer
{
    private volatile bool _isOpen;

    /// <inheritdoc />
    public string? Obstacle => folder.Obstacle;

    /// <inheritdoc />
    public string? Destination => folder.Destination;

    /// <summary>From now on mails are filed.</summary>
    public void Open() => _isOpen = true;

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (!_isOpen) return new SendOutcome.Accepted("before the demo opened");

        var outcome = await folder.SendAsync(mail, cancellationToken);
        if (outcome is SendOutcome.Accepted)
            console.Say(clock.GetCurrentInstant(), $"         mail to {mail.To}: {mail.Text.Split('\n')[0].Trim()} {mail.Subject}");
        return outcome;
    }
}
