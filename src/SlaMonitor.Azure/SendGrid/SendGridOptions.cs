using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>How mails leave by SendGrid (section <c>SendGrid</c>).</summary>
public sealed class SendGridOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "SendGrid";

    /// <summary>
    /// The API key; it needs the right to send mail and no other. In Azure a Key Vault reference; while that is not
    /// resolved, nothing is sent.
    /// </summary>
    /// <value>Not set by default, and required: the sandbox too asks for one.</value>
    [Required(ErrorMessage = "SendGrid:ApiKey must be set: a key with the right to send mail (Mail Send).")]
    public string? ApiKey { get; set; }

    /// <summary>The sender's address, verified with SendGrid. Its domain is also that of the mails' threads.</summary>
    [Required(ErrorMessage = "SendGrid:From must be set: the address of a verified sender.")]
    public string? From { get; set; }

    /// <summary>The sender's name as people see it.</summary>
    /// <value><c>SlaMonitor</c> by default.</value>
    [Required(ErrorMessage = "SendGrid:FromName must not be empty.")]
    public string FromName { get; set; } = "SlaMonitor";

    /// <summary>Whether the account is a regional one of the European Union: mails are handed over, and their data kept, there.</summary>
    public bool Eu { get; set; }

    /// <summary>Whether SendGrid is to check mails and to send none.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Another host than SendGrid's own, for tests: <c>http://127.0.0.1:8025</c>.</summary>
    /// <value>Not set by default.</value>
    public Uri? Host { get; set; }

    /// <summary>How long one try may take, from the connection to the end of the answer.</summary>
    /// <value>10 seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long one mail may take with all its tries and waits. Below the five minutes for which a queue message is kept locked.
    /// </summary>
    /// <value>2 minutes by default.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:04:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a mail is tried again after "not now" before it goes back to the queue.</summary>
    /// <value>5 by default.</value>
    [Range(0, 10)]
    public int Retries { get; set; } = 5;

    /// <summary>The wait before the second try, up to half of it drawn at random; it doubles for each later one.</summary>
    /// <value>1 second by default.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:30")]
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait between two tries. Where SendGrid asks for a longer one, the mail goes back to the queue at once.
    /// </summary>
    /// <value>30 seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:02:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many failures in a row SendGrid is left alone for a while.</summary>
    /// <value>5 by default.</value>
    [Range(1, 100)]
    public int BreakAfter { get; set; } = 5;

    /// <summary>For how long SendGrid is left alone then; mails that come meanwhile wait as long.</summary>
    /// <value>15 seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:02:00")]
    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(15);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(From) && !(MailAddress.TryCreate(From, out var from) && from.Address == From))
            yield return new($"SendGrid:From must be an address such as sla@example.com, not '{From}'.", [nameof(From)]);
        if (Host is not null && (!Host.IsAbsoluteUri || Host.Scheme is not ("http" or "https")))
            yield return new($"SendGrid:Host must be an http or https address, not '{Host}'.", [nameof(Host)]);
        else if (Host is { Scheme: "http", IsLoopback: false })
            yield return new("SendGrid:Host would get the key in the clear: use https, or a host on this machine.", [nameof(Host)]);
        if (Host is not null && Eu)
            yield return new("SendGrid:Host and SendGrid:Eu each name a host: set one of them.", [nameof(Host)]);
    }
}
