using System.Text.Encodings.Web;

namespace SlaMonitor.Cli.Preview;

/// <summary>A page that shows all previews, each as wide as a phone.</summary>
internal static class PreviewIndex
{
    public static string Of(IReadOnlyList<string> files) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Previews</title>
        <style>
        :root { color-scheme: light dark; } body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; }
        main { display: flex; flex-wrap: wrap; gap: 24px; } figure { margin: 0; }
        iframe { width: 390px; height: 700px; border: 1px solid #8886; }
        </style></head>
        <body>
        <h1>{{files.Count}} previews</h1>
        <main>
        {{string.Join('\n', files.Select(Figure))}}
        </main>
        </body>
        </html>

        """;

    private static string Figure(string file)
    {
        var name = HtmlEncoder.Default.Encode(file);
        return $"""<figure><figcaption><a href="{name}">{name}</a></figcaption>"""
            + $"""<iframe src="{name}" title="{name}" sandbox loading="lazy"></iframe></figure>""";
    }
}
