using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using SlaMonitor.Mails.Board;

namespace SlaMonitor.Functions.Api;

/// <summary>The description of the API as a page: of the document that programs read, and so never other than that.</summary>
internal static class ApiPage
{
    private static readonly Lazy<string> Page = new(() => Make(JsonNode.Parse(OpenApiDocument.Text)!));

    /// <summary>The page.</summary>
    public static string Html => Page.Value;

    private static string Make(JsonNode document)
    {
        var page = new StringBuilder(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>The API of SlaMonitor</title>
            <link rel="stylesheet" href="dashboard/files/{BoardFiles.Find(BoardFiles.Style)!.Mark}/{BoardFiles.Style}">
            </head>
            <body>
            <main>
            <h1>The API of SlaMonitor</h1>
            <p>{Text(document["info"]!["description"])}</p>
            <p>For programs: <a href="openapi.json">openapi.json</a>, OpenAPI {Text(document["openapi"])}.</p>

            """);
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject()) Add(page, method.ToUpperInvariant(), path, operation!);
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Add(StringBuilder page, string method, string path, JsonNode operation)
    {
        page.Append(
            $"""
            <section aria-labelledby="{Text(operation["operationId"])}">
            <h2 id="{Text(operation["operationId"])}"><code>{method} {Text(path)}</code></h2>
            <p>{Text(operation["description"])}</p>
            <p>{KeyOf(operation["security"]!.AsArray().Count)}</p>

            """);
        if (operation["requestBody"] is { } body)
            page.Append($"<p>Body: {Text(body["description"])} {Text(Kinds(body))}</p>\n");
        AddParameters(page, operation["parameters"]?.AsArray() ?? []);
        page.Append("<dl>\n");
        foreach (var (status, answer) in operation["responses"]!.AsObject())
            page.Append($"<div><dt>{Text(status)}</dt><dd>{Text(answer!["description"])} {Text(Kinds(answer))}</dd></div>\n");
        page.Append("</dl>\n</section>\n");
    }

    private static void AddParameters(StringBuilder page, JsonArray parameters)
    {
        if (parameters.Count == 0) return;

        page.Append("<dl>\n");
        foreach (var parameter in parameters)
        {
            var values = parameter!["schema"]!["enum"]?.AsArray().Select(value => (string?)value) ?? [];
            page.Append($"<div><dt><code>{Text(parameter["name"])}</code></dt>")
                .Append($"<dd>{Text(parameter["description"] ?? "A part of the path.")} {Text(string.Join(", ", values))}</dd></div>\n");
        }

        page.Append("</dl>\n");
    }

    /// <summary>What opens a door, by how many ways there are.</summary>
    private static string KeyOf(int ways) => ways switch
    {
        0 => "No key.",
        2 => "With a key.",
        _ => "With a key, or a session of the board.",
    };

    /// <summary>The media types of an answer or a body.</summary>
    private static string Kinds(JsonNode said) =>
        said["content"]?.AsObject() is { } content ? $"({string.Join(", ", content.Select(type => type.Key))})" : string.Empty;

    private static string Text(JsonNode? node) => Text((string?)node ?? string.Empty);

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
