using System.Text;
using CsCheck;

namespace SlaMonitor.Samples;

/// <summary>Texts that have broken stores before.</summary>
public static class TicketText
{
    private static readonly Gen<string> Nasty = Gen.OneOf(
        "",
        " ",
        "  two spaces before and after  ",
        "Robert'); DROP TABLE tickets;--",
        "\"quoted\" \\ back / slash # hash ? mark % percent",
        "line one\r\nBcc: everybody@example.com",
        "tab\tbell\u0007escape\u001b[31m delete\u007f",
        "<script>alert('x')</script> &amp; &",
        "{{mustache}} {\"json\": null} $param @param :param",
        "工单超时提醒：无法登录",
        "👩‍🚒 family 👨‍👩‍👧‍👦 flag 🏳️‍🌈",
        "\u202Eright to left\u202C \u2028 line separator",
        "\uFEFFbyte order mark",
        "\uFFFD replacement \uFFFE \uFFFF noncharacters",
        "null",
        "0",
        new string('漢', 3_000));

    /// <summary>Any text that can be an id.</summary>
    public static Gen<string> Keys { get; } =
        Gen.OneOf(Nasty, Gen.String[1, 60]).Where(
            text => text.Length is > 0 and < 200 && !text.Contains('\0') && string.Equals(AsStored(text), text, StringComparison.Ordinal));

    /// <summary>Any text at all, half a surrogate pair and NUL included.</summary>
    public static Gen<string> Any { get; } =
        Gen.OneOf(Nasty, Gen.String, Gen.OneOf("half \uD83D a pair", "\uDC00", "\uDC00\uD800", "nul \0 inside", "\0"));

    /// <summary>The text as it comes back: what is not Unicode becomes U+FFFD, all else is untouched.</summary>
    public static string AsStored(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
