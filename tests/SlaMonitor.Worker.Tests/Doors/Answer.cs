using System.Text.RegularExpressions;

namespace SlaMonitor.Worker.Tests.Doors;

/// <summary>An answer as far as it can be compared: without what says when, by whom and how it was carried.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The headers, one a line, and the body.</param>
internal sealed partial record Answer(int Status, string Text)
{
    private static readonly string[] OfTheCarriage = ["Date", "Server", "Content-Length", "Transfer-Encoding"];

    public static async Task<Answer> OfAsync(HttpResponseMessage message)
    {
        var headers = message.Headers.Concat(message.Content.Headers)
            .Where(header => !OfTheCarriage.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        var body = AsOf().Replace(await message.Content.ReadAsStringAsync(), "now");
        return new Answer((int)message.StatusCode, $"{string.Join('\n', headers)}\n\n{body}");
    }

    /// <summary>When a ticket was looked at.</summary>
    [GeneratedRegex("(?<=\"asOf\": \")[^\"]+")]
    private static partial Regex AsOf();

    public override string ToString() => $"{Status}\n{Text}";
}
