using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SlaMonitor.Mails.Mime;

namespace SlaMonitor.Local.Mailers;

/// <summary>How mails leave this machine (section <c>Mail</c>): by SMTP where a server is named, into a folder otherwise.</summary>
internal sealed class MailOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Mail";

    internal const string FolderSender = "sla-monitor@localhost";

    /// <summary>The sender's address. Its domain is also that of the mails' ids.</summary>
    /// <value><c>sla-monitor@localhost</c> by default, which is good enough for a folder; an SMTP server needs a real one.</value>
    public string From { get; set; } = FolderSender;

    /// <summary>The sender's name as people see it.</summary>
    /// <value><c>SlaMonitor</c> by default.</value>
    [Required(ErrorMessage = "Mail:FromName must not be empty.")]
    public string FromName { get; set; } = "SlaMonitor";

    /// <summary>The folder that takes the mails while no SMTP server is named.</summary>
    /// <value>Not set by default: the host says where.</value>
    public string? Folder { get; set; }

    /// <summary>The SMTP server.</summary>
    [ValidateObjectMembers]
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>Whether mails go to an SMTP server.</summary>
    internal bool UsesSmtp => !string.IsNullOrEmpty(Smtp.Host);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!BareAddress.TryParse(From, out _))
            yield return new($"Mail:From must be an address such as sla@example.com, not '{From}'.", [nameof(From)]);
        else if (UsesSmtp && string.Equals(From, FolderSender, StringComparison.Ordinal))
            yield return new(
                "Mail:From must be set where Mail:Smtp:Host is: the server will not take mail from sla-monitor@localhost.", [nameof(From)]);
    }
}
