using System.Diagnostics.CodeAnalysis;
using MimeKit;
using SlaMonitor.Core.Addresses;

namespace SlaMonitor.Mails.Mime;

/// <summary>Reads exactly one bare address: no list, no display name, no comment, no line break.</summary>
public static class BareAddress
{
    /// <summary>Reads an address as it stands in a header or an envelope.</summary>
    /// <returns>Whether the text is one; <c>false</c> for no text at all.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? address)
    {
        address = null;
        return MailAddressRule.IsPlain(text) && MailboxAddress.TryParse(text, out address) && IsAllOf(address, text!);
    }

    // A domain is read from its coded form, xn--…, and shown in letters: so the coded forms are compared.
    private static bool IsAllOf(MailboxAddress address, string text) =>
        string.IsNullOrEmpty(address.Name) && address.Domain.Length > 0
        && string.Equals(address.GetAddress(idnEncode: true), MailboxAddress.EncodeAddrspec(text), StringComparison.OrdinalIgnoreCase);
}
