namespace SlaMonitor.Cli.Tests.Replaying;

/// <summary>A mail in one line, so that mails from two places can be compared.</summary>
internal static class MailLines
{
    /// <summary>The mails of a <c>mails.csv</c> without quoted texts.</summary>
    public static IEnumerable<string> Read(string path) => File.ReadLines(path).Skip(1)
        .Select(line => line.Split(','))
        .GroupBy(cells => cells[0], StringComparer.Ordinal)
        .Select(mail => Mail(
            mail.First()[1], mail.First()[2], mail.Select(row => Item(row[3], row[4], row[5], row[6], row[7], row[8], row[9]))));

    public static string Mail(string at, string to, IEnumerable<string> items) =>
        $"{at} {to}: {string.Join("; ", items.Order(StringComparer.Ordinal))}";

    public static string Item(params string[] words) => string.Join(' ', words);
}
