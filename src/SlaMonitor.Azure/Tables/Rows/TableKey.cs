using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>
/// Texts as keys of rows. A key may hold no <c>/ \ # ?</c> and no control characters, and <c>%</c> is trouble in queries: all but letters,
/// digits and <c>- _ . @</c> of ASCII is written as <c>~</c> and two hexadecimal digits for each byte of UTF-8, so that different texts
/// have different keys and a person can still read them.
/// </summary>
internal static class TableKey
{
    /// <summary>Keys end at 1 KiB, which is 512 characters; row keys have something before this.</summary>
    public const int Longest = 400;

    private const char Escape = '~';
    private const char Separator = ':';
    private const int DigestLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>
    /// The key of one text, or of several in their order. One that would be too long ends in <c>~~</c> and the SHA-256 of the whole: the
    /// row holds the texts themselves beside it.
    /// </summary>
    public static string Of(params ReadOnlySpan<string> texts) => Short(Longest, texts);

    /// <summary>The same, of at most so many characters: for a part of a key that has others after it.</summary>
    public static string Short(int longest, params ReadOnlySpan<string> texts)
    {
        var key = new StringBuilder();
        foreach (var text in texts)
        {
            if (key.Length > 0) key.Append(Separator);
            Append(key, text);
        }

        if (key.Length <= longest) return key.ToString();

        var digest = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(key.ToString())));
        return $"{key.ToString(0, longest - DigestLength - 2)}{Escape}{Escape}{digest}";
    }

    /// <summary>The one text that a key was made of; <c>null</c> where only its digest is left.</summary>
    public static string? TextOf(string key)
    {
        if (key.Contains($"{Escape}{Escape}", StringComparison.Ordinal)) return null;

        var bytes = new List<byte>(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != Escape)
            {
                bytes.Add((byte)key[i]);
                continue;
            }

            bytes.Add(byte.Parse(key.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            i += 2;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static void Append(StringBuilder key, string text)
    {
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'@') key.Append((char)b);
            else key.Append(Escape).Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}
