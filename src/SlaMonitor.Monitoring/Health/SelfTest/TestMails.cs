using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Health.Watching;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.SelfTest;

/// <summary>Sends the operator a mail that says that mails leave, by the way that all mails go.</summary>
public sealed class TestMails(
    ObservedMailer mailer, MailWayOut wayOut, MailReadiness readiness, MailNotes mailNotes, IMonitorNotes notes,
    IOptions<HealthOptions> options, TimeProvider time, ILogger<TestMails> logger)
{
    private const string Note = "testMail";

    private static readonly Duration OneInAWhile = Duration.FromHours(1);

    /// <summary>Who gets it; <c>null</c> where nobody is set.</summary>
    public string? Operator => options.Value.OperatorEmail is { Length: > 0 } address ? address : null;

    /// <summary>Sends one now.</summary>
    /// <returns>What the mail system said.</returns>
    /// <exception cref="InvalidOperationException">There is no <see cref="Operator"/>.</exception>
    public async Task<SendOutcome> SendAsync(CancellationToken cancellationToken)
    {
        var to = Operator ?? throw new InvalidOperationException("No operator is set: Health:OperatorEmail.");
        if (readiness.Obstacle is { } obstacle) return new SendOutcome.Unavailable(obstacle);

        // It does not ask the way out for leave: to find out is what it is for.
        var now = time.GetCurrentInstant();
        var id = $"test-{InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmssfff'Z'").Format(now)}";
        var outcome = await mailer.SendAsync(TestMail.Of(id, to, options.Value.OperatorLanguage, now), cancellationToken);
        if (outcome is SendOutcome.Unavailable unavailable)
            wayOut.Close(unavailable.Reason, unavailable.RetryAfter?.ToTimeSpan());
        else
            wayOut.Opened(tookIt: outcome is SendOutcome.Accepted);

        await mailNotes.KeepAsync(cancellationToken);
        if (Reason(outcome) is { } reason) logger.TestMailFailed(to, reason);
        else logger.TestMailSent(to);
        return outcome;
    }

    /// <summary>Sends one at the start, where that is set and none was sent within the hour.</summary>
    public async Task SendAtStartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.TestMailAtStart || Operator is null) return;

        try
        {
            // A process that starts again and again must not fill the operator's mail.
            var now = time.GetCurrentInstant();
            var last = await notes.FindAsync(Note, cancellationToken);
            if (last is not null && !last.IsAheadOf(now) && now - last.At < OneInAWhile) return;

            await notes.KeepAsync(new MonitorNote(Note, "{}", now), cancellationToken);
            await SendAsync(cancellationToken);
        }
        catch (UnavailableException e)
        {
            logger.TestMailFailed(Operator, e.Message);
        }
    }

    /// <summary>Why the mail system did not take it; <c>null</c> where it did.</summary>
    public static string? Reason(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Unavailable unavailable => unavailable.Reason,
        SendOutcome.Deferred deferred => deferred.Reason,
        SendOutcome.Refused refused => refused.Reason,
        _ => null,
    };
}
