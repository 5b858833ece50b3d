namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>Texts that programs stumble over: empty, endless, of other encodings, of other languages that a program speaks.</summary>
internal static class StrangeTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "", " ", "\t", ".", "..", "../../etc/passwd", "..\\..\\windows", "/", "//", "a/b", "%2F", "%2e%2e%2f", "%00", "%0d%0aX: y",
        "%ZZ", "%", "%ED%A0%80", "%F0%9F%98%80", "+", "&", "=", "?", "#", ";", ":", "*", "\\", "\"", "'", "`", "|",
        "<script>alert(1)</script>", "'; DROP TABLE event; --", "{{7*7}}", "${jndi:ldap://x}", "$(reboot)", "a\r\nb", "\r\n.\r\n", "\0",
        "a\0b", "\u0001", "\u007F", "\u0085", "\u00A0", "\u200B", "\u202E", "\u2028", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "\uD800",
        "\uDC00", "\U0001F600", "\U0010FFFF", "e\u0301", "漢字", "İ", "ß", "null", "true", "undefined", "NaN", "Infinity", "0", "-0", "-1",
        "007", "1e9", "1e400", "0x10", "٣", "2147483648", "9223372036854775807", "9223372036854775808", "18446744073709551616",
        "-9223372036854775808", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-02-30T00:00:00Z",
        "2026-05-04T18:00:60Z", "2026-05-04T18:00:00+18:00", "anna@xn--bcher-kva.example", "anna@bücher.example", "a@[127.0.0.1]",
        "\"a b\"@example.com", "a@b@c", "@", "a@", "\"", "=?utf-8?q?=00?=", "http://[::1", "data:,", "javascript:alert(1)",
        "file:///etc/passwd", "[", "{", "]", "}", "[]", "{}", new('a', 255), new('b', 257), new('c', 5_000), new('d', 40_000),
        new('漢', 1_500), new('%', 300), new('/', 300), string.Concat(Enumerable.Repeat("../", 200)),
        string.Concat(Enumerable.Repeat("\U0001F468\u200D", 400)), new string('e', 1_023) + "\U0001F600",
    ];
}
