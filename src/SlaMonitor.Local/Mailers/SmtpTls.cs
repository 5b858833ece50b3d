namespace SlaMonitor.Local.Mailers;

/// <summary>
/// How the conversation with the SMTP server is encrypted. There is no "if the server offers it": an attacker can take the offer away.
/// </summary>
internal enum SmtpTls
{
    /// <summary>In the clear at first, then STARTTLS; a server that does not offer it gets no mail. Usual on port 587.</summary>
    StartTls,

    /// <summary>From the first byte. Usual on port 465.</summary>
    Implicit,

    /// <summary>Never: for a server on this machine, or one that takes mail without a password on a trusted network.</summary>
    None,
}
