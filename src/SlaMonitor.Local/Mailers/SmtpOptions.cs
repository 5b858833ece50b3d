using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SlaMonitor.Local.Mailers;

/// <summary>The SMTP server that takes the mail (section <c>Mail:Smtp</c>). None is used while <see cref="Host"/> is not set.</summary>
internal sealed class SmtpOptions : IValidatableObject
{
    /// <summary>The server's name or address.</summary>
    /// <value>Not set by default: mails go to a folder.</value>
    public string? Host { get; set; }

    /// <summary>The server's port.</summary>
    /// <value>587 by default, the port for submission.</value>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>How the conversation is encrypted.</summary>
    /// <value><see cref="SmtpTls.StartTls"/> by default.</value>
    [EnumDataType(typeof(SmtpTls), ErrorMessage = "Mail:Smtp:Tls must be StartTls, Implicit or None.")]
    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;

    /// <summary>A PEM file with the certificates of authorities that are trusted besides those of the system, as a company's own.</summary>
    /// <value>Not set by default.</value>
    public string? Authorities { get; set; }

    /// <summary>Who logs in; set together with <see cref="Password"/>.</summary>
    /// <value>Not set by default: the server asks nobody.</value>
    public string? UserName { get; set; }

    /// <summary>The password of <see cref="UserName"/>.</summary>
    public string? Password { get; set; }

    /// <summary>How long one mail may take, from the connection to the server's last word.</summary>
    /// <value>30 seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    private bool IsOnThisMachine =>
        string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The certificates in <see cref="Authorities"/>; none where it is not set.</summary>
    internal X509Certificate2Collection ReadAuthorities()
    {
        var read = new X509Certificate2Collection();
        if (!string.IsNullOrEmpty(Authorities)) read.ImportFromPemFile(Authorities);
        return read;
    }

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Authorities) && Objection() is { } objection)
        {
            yield return new(
                $"Mail:Smtp:Authorities must be a PEM file with certificates (-----BEGIN CERTIFICATE-----): {objection}",
                [nameof(Authorities)]);
        }

        if (string.IsNullOrEmpty(UserName) != string.IsNullOrEmpty(Password))
            yield return new("Mail:Smtp:UserName and Mail:Smtp:Password must be set together, or neither.", [nameof(UserName)]);
        if (Tls == SmtpTls.None && !string.IsNullOrEmpty(Password) && !IsOnThisMachine)
        {
            yield return new(
                "Mail:Smtp:Password would travel in the clear: set Mail:Smtp:Tls to StartTls or Implicit, or use a server on this machine.",
                [nameof(Tls)]);
        }
    }

    private string? Objection()
    {
        try
        {
            return ReadAuthorities().Count > 0 ? null : $"{Authorities} has none.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return e.Message;
        }
    }
}
