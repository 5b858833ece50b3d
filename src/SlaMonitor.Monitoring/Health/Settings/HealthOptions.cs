using System.ComponentModel.DataAnnotations;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Health.Settings;

/// <summary>How the monitor looks after itself. Bound from the section <c>Health</c>.</summary>
public sealed class HealthOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Health";

    /// <summary>For how long a look is good: whoever asks sooner is answered with the last one.</summary>
    /// <value>Ten seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a look at one thing may take before that is the finding.</summary>
    /// <value>Eight seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// How long ago the last evaluation may have ended. Several times what lies between two ticks of <c>EvaluationSchedule</c>.
    /// </summary>
    /// <value>Ten minutes by default.</value>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan EvaluationWithin { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>By how much the oldest due ticket may be overdue.</summary>
    /// <value>Fifteen minutes by default.</value>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan OverdueBy { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// An address that is called after each good evaluation, and with <c>/fail</c> behind it after any other, so that somebody else notices
    /// when this monitor dies. It is a secret.
    /// </summary>
    /// <value>Not set by default.</value>
    public string? PingUrl { get; set; }

    /// <summary>Who looks after the monitor: test mails and the daily mail go there.</summary>
    /// <value>Not set by default.</value>
    public string? OperatorEmail { get; set; }

    /// <summary>The language of what is sent to the operator, as a BCP 47 tag.</summary>
    /// <value>English by default.</value>
    [Required]
    public string OperatorLanguage { get; set; } = "en";

    /// <summary>
    /// Whether the operator is told once a day of open tickets that no agreement governs, where there are any. Needs
    /// <see cref="OperatorEmail"/>.
    /// </summary>
    /// <value>Yes by default.</value>
    public bool DailyMail { get; set; } = true;

    /// <summary>Whether a test mail is sent when the monitor starts; at most one in an hour, however often it starts.</summary>
    /// <value>No by default.</value>
    public bool TestMailAtStart { get; set; }

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(PingUrl) && !KeyVaultReference.IsUnresolved(PingUrl)
            && !(Uri.TryCreate(PingUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            // Not what it says: it is a secret.
            yield return new("Health:PingUrl must be an address that begins with https:// or http://.", [nameof(PingUrl)]);
        }

        if (!string.IsNullOrEmpty(OperatorEmail) && !BareAddress.TryParse(OperatorEmail, out _))
        {
            yield return new(
                $"Health:OperatorEmail must be an address such as ops@example.com, not '{OperatorEmail}'.", [nameof(OperatorEmail)]);
        }

        if (TestMailAtStart && string.IsNullOrEmpty(OperatorEmail))
            yield return new("Health:TestMailAtStart needs Health:OperatorEmail: the address to send it to.", [nameof(TestMailAtStart)]);
    }
}
