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
        var body = Lately().Replace(await message.Content.ReadAsStringAsync(), "lately");
        return new Answer((int)message.StatusCode, $"{string.Join('\n', headers)}\n\n{body}");
    }

    /// <summary>
    /// Times of the table's run: what its events tell of lies in March and May of 2026. What is left of a promise goes on between the two
    /// answers, in the hours in which the sample's office is open.
    /// </summary>
    [GeneratedRegex(@"\b(?!2026-0[35])\d{4}-\d\d-\d\dT[\d:.]+Z|(?<=wait until )[^.<]+|(?<=""leftSeconds"": )-?\d+")]
    private static partial Regex Lately();

    public override string ToString() => $"{Status}\n{Text}";
}
