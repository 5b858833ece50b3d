namespace SlaMonitor.Mails;

/// <summary>A file that a mail brings.</summary>
/// <param name="Name">The file's name: letters, digits, <c>-</c>, <c>_</c> and dots.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content);
