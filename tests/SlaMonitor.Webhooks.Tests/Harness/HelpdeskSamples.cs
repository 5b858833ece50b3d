using System.Text.Json.Nodes;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Webhooks.Tests.Harness;

/// <summary>What helpdesks send, in files: <c>{kind}/{event}.json</c>, byte for byte.</summary>
internal static class HelpdeskSamples
{
    public const string StandardSecret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /// <summary>Later than anything that the samples tell of.</summary>
    public static readonly Instant Evening = Instant.FromUtc(2026, 5, 4, 18, 0);

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data", "webhooks");

    /// <summary>The samples by name, as <c>zendesk/ticket.created.json</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(name => name.Contains('/', StringComparison.Ordinal) && !name.EndsWith("headers.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    public static string KindOf(string sample) => sample[..sample.IndexOf('/', StringComparison.Ordinal)];

    public static byte[] Read(string sample) => File.ReadAllBytes(Path.Combine(Folder, sample));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>A sample as a request, without what would prove who sent it.</summary>
    public static WebhookRequest Request(string sample, byte[]? body = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (sample.EndsWith("binary.body.json", StringComparison.Ordinal))
        {
            foreach (var (name, value) in JsonNode.Parse(Text(sample.Replace("body.json", "headers.json", StringComparison.Ordinal)))!
                .AsObject())
            {
                headers[name] = (string)value!;
            }
        }

        if (KindOf(sample) == "standard-webhooks") headers["webhook-id"] = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";
        return new WebhookRequest(ContentTypeOf(sample), headers, body ?? Read(sample));
    }

    private static string ContentTypeOf(string sample) => sample switch
    {
        _ when sample.EndsWith("cloudevents.batch.json", StringComparison.Ordinal) => "application/cloudevents-batch+json",
        _ when sample.EndsWith("cloudevents.structured.json", StringComparison.Ordinal) => "application/cloudevents+json; charset=utf-8",
        _ => "application/json",
    };
}
