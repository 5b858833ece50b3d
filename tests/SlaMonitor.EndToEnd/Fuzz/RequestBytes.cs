using System.Globalization;
using System.Text;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>Writes requests as they go over the wire: a client library would refuse to send half of them.</summary>
internal static class RequestBytes
{
    /// <summary>The key that opens every door.</summary>
    public const string AdminKey = "the-admin-key-of-the-fuzz";

    /// <summary>The key that opens those that are not for administrators.</summary>
    public const string FunctionKey = "the-function-key-of-the-fuzz";

    private const string KeyHeader = "x-functions-key";

    private static readonly string[] Accepted = ["application/json", "text/plain", "text/html", "*/*;q=0.1"];

    /// <summary>An input for a door.</summary>
    /// <param name="draw">Decides about the key and the other headers.</param>
    /// <param name="door">Which door it is meant for.</param>
    /// <param name="method">The method.</param>
    /// <param name="target">The path with its query, encoded or not.</param>
    /// <param name="headers">Headers that belong to it.</param>
    /// <param name="body">The body.</param>
    public static FuzzInput Input(
        Draw draw, string door, string method, string target, IEnumerable<(string Name, string Value)> headers, byte[] body)
    {
        var isChunked = draw.OneIn(10);
        var head = new StringBuilder($"{method} {OneWord(target)} HTTP/1.1\r\nHost: {OneLine(draw.Usually("localhost", 200))}\r\n");
        foreach (var (name, value) in headers.Concat(Additional(draw))) head.Append($"{name}: {OneLine(value)}\r\n");
        head.Append(isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {body.Length}\r\n\r\n");
        return new FuzzInput(
            door, [.. Encoding.UTF8.GetBytes(head.ToString()), .. isChunked ? Chunked(body) : body], WantsBody: method is not "HEAD");
    }

    private static IEnumerable<(string Name, string Value)> Additional(Draw draw)
    {
        switch (draw.Next(20))
        {
            case 0:
                break;
            case 1:
                yield return (KeyHeader, draw.Strange());
                break;
            case 2:
                yield return (KeyHeader, FunctionKey);
                break;
            default:
                yield return (KeyHeader, AdminKey);
                break;
        }

        if (draw.OneIn(4)) yield return ("Accept", draw.Usually(draw.From(Accepted), 3));
        if (draw.OneIn(20)) yield return ("Accept-Language", draw.Usually("zh-CN,de;q=0.5"));
        if (draw.OneIn(50)) yield return ("Origin", draw.Usually("https://evil.example"));
        if (draw.OneIn(50)) yield return ("Sec-Fetch-Site", draw.Usually("cross-site"));
        if (draw.OneIn(50)) yield return ("X-Forwarded-For", draw.Strange());
        if (draw.OneIn(50)) yield return ("Cookie", draw.Strange());
        if (draw.OneIn(50)) yield return ("traceparent", draw.Usually("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        if (draw.OneIn(50)) yield return ("Expect", draw.Usually("100-continue", 2));
        if (draw.OneIn(50)) yield return ("Content-Encoding", draw.Usually("gzip", 2));
    }

    private static byte[] Chunked(byte[] body) => body.Length == 0
        ? "0\r\n\r\n"u8.ToArray()
        : [.. Encoding.ASCII.GetBytes(body.Length.ToString("x", CultureInfo.InvariantCulture)), .. "\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8];

    // A line break would begin the next header, or the next request, and the answers would no longer belong to the inputs.
    private static string OneLine(string value) => string.Concat(value.Split('\r', '\n'));

    private static string OneWord(string target) => OneLine(target).Replace(" ", "%20", StringComparison.Ordinal);
}
