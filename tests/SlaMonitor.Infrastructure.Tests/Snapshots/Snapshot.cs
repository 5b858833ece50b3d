using System.Text.Json.Nodes;
using SlaMonitor.Architecture.Tests;

namespace SlaMonitor.Infrastructure.Tests.Snapshots;

/// <summary>What one set of parameters would make in Azure: <c>bicep snapshot</c>'s file.</summary>
internal sealed class Snapshot
{
    /// <summary>The sets of parameters whose snapshots are kept.</summary>
    public static readonly IReadOnlyList<string> Sets = ["default", "minimal", "private"];

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", typeof(Snapshot).Assembly.GetName().Name!, "Parameters");

    private Snapshot(string text)
    {
        var root = JsonNode.Parse(text)!;
        Text = text;
        Resources = [.. root["predictedResources"]!.AsArray().Select(resource => new Resource(resource!.AsObject()))];
        Diagnostics = root["diagnostics"]!.AsArray().Count;
        Outputs = root["outputs"]!.AsObject();
    }

    /// <summary>All of it.</summary>
    public string Text { get; }

    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>How much Bicep could not foresee.</summary>
    public int Diagnostics { get; }

    public JsonObject Outputs { get; }

    /// <summary>The app's settings by name.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        OfType("Microsoft.Web/sites/config").Where(config => config.Leaf == "appsettings")
            .SelectMany(config => config["properties"]!.AsObject()).ToDictionary(setting => setting.Key, setting => (string)setting.Value!);

    /// <summary>The parameter file of a set.</summary>
    public static string PathOf(string set) => Path.Combine(Folder, $"{set}.bicepparam");

    /// <summary>The one that is kept.</summary>
    public static Snapshot Kept(string set) => Of(File.ReadAllText(Path.ChangeExtension(PathOf(set), ".snapshot.json")));

    /// <summary>The one that Bicep has told.</summary>
    public static Snapshot Of(string text) => new(text);

    /// <summary>Resources of a type.</summary>
    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Is(type));
}
