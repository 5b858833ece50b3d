using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Monitoring.Notification.Addressees;

/// <summary>Who may be told because a helpdesk names them. Bound from the section <c>Notification</c>.</summary>
public sealed class RecipientOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Notification";

    private const string DomainList = @"^\s*([\w\-.]*\w\s*,\s*)*([\w\-.]*\w\s*)?$";

    /// <summary>
    /// The domains of the addresses that may be told because a helpdesk names them as assignee or group, with commas between them:
    /// <c>example.com, example.org</c>. A domain does not stand for those below it. Contacts of agreements are told wherever they are.
    /// </summary>
    /// <value>Empty by default: any address may be told.</value>
    [RegularExpression(
        DomainList, ErrorMessage = "Notification:AllowedDomains names domains with commas between them, as example.com, example.org.")]
    public string? AllowedDomains { get; set; }

    internal IEnumerable<string> Domains =>
        AllowedDomains?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
