using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>A folder of <c>tests/data/stored</c>: what one version of the program has stored, and what it said of it.</summary>
/// <param name="Folder">The folder.</param>
internal sealed record StoredVersion(string Folder)
{
    /// <summary>The port that the folder's agreement names: the on-call calendar was served there when the data were written.</summary>
    public const int CalendarPort = 47301;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The first version that was kept, as the build has copied it beside the tests.</summary>
    public static StoredVersion First { get; } = new(Path.Combine(AppContext.BaseDirectory, "data", "stored", "v0.1"));

    /// <summary>The rows of Table storage.</summary>
    public string Rows => Path.Combine(Folder, "tables", "rows.json");

    /// <summary>The events and acts that made the data, in their order.</summary>
    public IReadOnlyList<JsonNode> Story() =>
        [.. File.ReadLines(Path.Combine(Folder, "story.jsonl")).Select(line => JsonNode.Parse(line)!)];

    public string Calendar() => File.ReadAllText(Path.Combine(Folder, "on-call.ics"));

    public string Agreement() => File.ReadAllText(Path.Combine(Folder, "agreements", "stored.yaml"));

    /// <summary>The data folder that was written beside a store.</summary>
    public string DataFolder(StoreKind store) => Path.Combine(Folder, store == StoreKind.Sqlite ? "sqlite" : "tables", "files");

    /// <summary>What the program of that version said.</summary>
    public JsonNode Expected(string name) => JsonNode.Parse(File.ReadAllText(PathOf(name)))!;

    /// <summary>Links in mails that were sent while the data were written; each store has keys of its own.</summary>
    public IReadOnlyList<string> Links(StoreKind store) =>
        [.. Expected("links")[store.ToString()]!.AsArray().Select(link => (string)link!)];

    public void Expect(string name, JsonNode value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), value.ToJsonString(Indented) + "\n");
    }

    private string PathOf(string name) => Path.Combine(Folder, "expected", $"{name}.json");
}
