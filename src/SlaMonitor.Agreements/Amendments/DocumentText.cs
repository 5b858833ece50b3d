using System.Text.Encodings.Web;
using System.Text.Json;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements.Amendments;

/// <summary>Writes a document as YAML: what an amendment comes to, for people to read.</summary>
internal static class DocumentText
{
    private static readonly JsonSerializerOptions Readable = CreateOptions();

    public static string Of(FileNode document) => string.Concat(Lines(document).Select(line => $"{line}\n"));

    private static IEnumerable<string> Lines(FileNode node) => node switch
    {
        FileMapping { Entries.Count: > 0 } mapping => mapping.Entries.SelectMany(entry => Lines($"{Scalar(entry.Key)}:", entry.Value)),
        FileSequence { Items.Count: > 0 } sequence => sequence.Items.SelectMany(Item),
        _ => [Short(node)],
    };

    private static IEnumerable<string> Lines(string head, FileNode value) => IsShort(value)
        ? [Short(value) is { Length: > 0 } text ? $"{head} {text}" : head]
        : Lines(value).Select(line => $"  {line}").Prepend(head);

    private static IEnumerable<string> Item(FileNode item) => Lines(item).Select((line, i) => i == 0 ? $"- {line}" : $"  {line}");

    private static bool IsShort(FileNode node) => node is FileScalar or FileMapping { Entries.Count: 0 } or FileSequence { Items.Count: 0 };

    private static string Short(FileNode node) => node switch
    {
        FileScalar scalar => Scalar(scalar),
        FileMapping => "{}",
        _ => "[]",
    };

    /// <summary>A double-quoted text of YAML may be written as one of JSON.</summary>
    private static string Scalar(FileScalar scalar) => scalar.IsPlain && !scalar.Text.Contains('\n', StringComparison.Ordinal)
        ? scalar.Text
        : JsonSerializer.Serialize(scalar.Text, Readable);

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
