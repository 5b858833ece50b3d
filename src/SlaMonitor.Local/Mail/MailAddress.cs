using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace SlaMonitor.Local.Mail;

/// <summary>Reads exactly one bare address: no list, no display name, no comment, no line break.</summary>
internal static class MailAddress
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? address) =>
        MailboxAddress.TryParse(text ?? "", out address) && string.Equals(address.Address, text, StringComparison.Ordinal) && address.Domain.Length > 0;
}
