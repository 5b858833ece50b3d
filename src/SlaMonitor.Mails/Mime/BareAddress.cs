using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace SlaMonitor.Mails.Mime;

/// <summary>Reads exactly one bare address: no list, no display name, no comment, no line break.</summary>
public static class BareAddress
{
    /// <summary>Reads an address as it stands in a header or an envelope.</summary>
    /// <returns>Whether the text is one; <c>false</c> for no text at all.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? address) =>
        MailboxAddress.TryParse(text ?? "", out address)
        && string.Equals(address.Address, text, StringComparison.Ordinal)
        && address.Domain.Length > 0;
}
