using System.Buffers.Text;
using System.Text;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Where the next page of a list begins, as an answer tells it: the store's own word, in base64url, so that callers pass it on unread and
/// no address has to be escaped.
/// </summary>
internal static class PagePlace
{
    /// <summary>The place as callers see it; <c>null</c> where there is no other page.</summary>
    public static string? Of(string? next) => next is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(next));

    /// <summary>Reads it again.</summary>
    /// <returns>Whether it is one; without any, the list begins at its beginning.</returns>
    public static bool TryRead(string? text, out string? place)
    {
        place = null;
        if (text is null) return true;
        if (!Base64Url.IsValid(text)) return false;

        place = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        return true;
    }
}
