using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Mails.Board;

/// <summary>A file that the board's pages need.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Mark">Another text has another mark: to be put behind its address, so that browsers may keep it.</param>
public sealed record BoardFile(string ContentType, string Text, string Mark)
{
    internal static BoardFile Of(string contentType, string text) =>
        new(contentType, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]);
}
