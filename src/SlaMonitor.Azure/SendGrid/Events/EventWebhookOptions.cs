using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace SlaMonitor.Azure.SendGrid.Events;

/// <summary>How SendGrid's Event Webhook is known to be SendGrid's (section <c>SendGrid:EventWebhook</c>).</summary>
public sealed class EventWebhookOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = SendGridOptions.Section + ":EventWebhook";

    /// <summary>The verification key of the signed Event Webhook, as SendGrid shows it: base64.</summary>
    /// <value>Not set by default: nothing is taken then.</value>
    public string? PublicKey { get; set; }

    /// <summary>
    /// How old a signature may be, and how far in the future. SendGrid publishes no number, tries for 24 hours, and does not say whether it
    /// signs a repeat anew; what is told twice changes nothing.
    /// </summary>
    /// <value>25 hours by default.</value>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromHours(25);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(PublicKey) && !CanRead(PublicKey))
            yield return new(
                "SendGrid:EventWebhook:PublicKey must be the verification key that SendGrid shows: base64, beginning with MFkw.",
                [nameof(PublicKey)]);
    }

    private static bool CanRead(string key)
    {
        try
        {
            using var read = Read(key);
            return true;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The key.</summary>
    internal static ECDsa Read(string key)
    {
        var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
        return ecdsa;
    }
}
