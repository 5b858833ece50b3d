using System.Text;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Yaml;

/// <summary>Makes text of the bytes of a file, or says why it is none.</summary>
internal static class FileBytes
{
    /// <summary>An agreement is something that people sign: the example has five thousand bytes.</summary>
    public const int Most = 256 * 1024;

    /// <summary>
    /// Of a file without any bytes. A pipe or a device looks so too, and opening one may wait for ever; so such a file is never opened.
    /// </summary>
    public const string NothingToRead = "the file is empty, or it is a pipe or a device, which is never read";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? Decode(string name, ReadOnlyMemory<byte> content, Problems problems)
    {
        var bytes = content.Span;
        var start = new Place(name, 1, 1);
        if (bytes.Length > Most)
        {
            problems.Error(start, TooLarge(bytes.Length));
            return null;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            problems.Error(start, "the file is in UTF-16; save it as UTF-8");
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            var text = Strict.GetString(bytes);
            return HasControlCharacter(text, name, problems) ? null : text;
        }
        catch (DecoderFallbackException e)
        {
            var good = Encoding.UTF8.GetString(bytes[..e.Index]);
            problems.Error(
                PlaceAt(name, good, good.Length),
                $"the byte 0x{e.BytesUnknown?[0]:X2} is not UTF-8; save the file as UTF-8");
            return null;
        }
    }

    public static string TooLarge(long length) => $"the file has {length} bytes; an agreement has at most {Most}";

    private static bool HasControlCharacter(string text, string file, Problems problems)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        if (at < 0) return false;
        problems.Error(
            PlaceAt(file, text, at),
            $"the control character U+{(int)text[at]:X4} cannot be in a text; this looks like a binary file");
        return true;
    }

    private static Place PlaceAt(string file, string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new Place(file, before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }
}
