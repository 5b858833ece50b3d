using System.ComponentModel.DataAnnotations;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>How acknowledge links are signed, and where they lead.</summary>
public sealed class AcknowledgeOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Acknowledgement";

    /// <summary>How many bytes a key has at least: HS256 wants as many as its hash has.</summary>
    public const int ShortestKey = 32;

    /// <summary>
    /// The key that links are signed with, in base64. A local host makes one at its first start; in Azure it is a Key Vault reference.
    /// </summary>
    [Required(ErrorMessage = "Acknowledgement:Key is missing: 32 random bytes or more in base64, which sign the links in mails.")]
    [SecretInBase64(ErrorMessage = "Acknowledgement:Key is not base64.")]
    public string Key { get; set; } = string.Empty;

    /// <summary>The key before that, in base64: links signed with it are good until they expire.</summary>
    [SecretInBase64(ErrorMessage = "Acknowledgement:PreviousKey is not base64.")]
    public string? PreviousKey { get; set; }

    /// <summary>How many hours a link is good for.</summary>
    [Range(1, 24 * 90, ErrorMessage = "Acknowledgement:LinkHours is to lie between 1 and 2160.")]
    public int LinkHours { get; set; } = 72;

    /// <summary>Where people reach the monitor from outside, without <c>/api</c>: links in mails begin with it.</summary>
    [Required(ErrorMessage = "Acknowledgement:PublicUrl is missing: where people reach the monitor, as in https://sla.example.com.")]
    [Url(ErrorMessage = "Acknowledgement:PublicUrl is no address; write it as in https://sla.example.com.")]
    public string PublicUrl { get; set; } = string.Empty;
}
