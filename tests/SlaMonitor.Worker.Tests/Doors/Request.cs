using System.Net.Http.Headers;
using System.Text;

namespace SlaMonitor.Worker.Tests.Doors;

/// <summary>A request of the table, and what is known of its answer.</summary>
/// <param name="Name">What it is about; two of a table have not the same.</param>
/// <param name="Status">What both hosts answer.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path and query, as they are sent.</param>
internal sealed record Request(string Name, int Status, string Method, string Target)
{
    /// <summary>How the hosts' answers differ beside the status; <c>null</c> where they are one and the same.</summary>
    public string? Difference { get; init; }

    /// <summary>The header <c>x-functions-key</c>, or none.</summary>
    public string? Key { get; init; }

    public (string Type, byte[] Bytes)? Body { get; init; }

    public bool IsChunked { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Request With(string type, string body) => this with { Body = (type, Encoding.UTF8.GetBytes(body)) };

    public Request WithHeader(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [header] = value } };

    public HttpRequestMessage Message(Uri host)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(host, Target));
        if (Key is not null) message.Headers.Add("x-functions-key", Key);
        foreach (var (name, value) in Headers) message.Headers.TryAddWithoutValidation(name, value);
        if (Body is var (type, bytes))
        {
            message.Content = new ByteArrayContent(bytes);
            if (type.Length > 0) message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            message.Headers.TransferEncodingChunked = IsChunked ? true : null;
        }

        return message;
    }
}
