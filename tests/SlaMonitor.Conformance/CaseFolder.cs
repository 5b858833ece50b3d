using System.Text.Json;

namespace SlaMonitor.Conformance;

/// <summary>
/// The folder of cases that is run: the project's own copy, or the one that <c>SLA_CONFORMANCE_DIR</c> names. Its files are lists of cases;
/// what kind a case is, is told by its keys and not by the file's name.
/// </summary>
internal static class CaseFolder
{
    public const string Variable = "SLA_CONFORMANCE_DIR";

    /// <summary>Whether the project's own cases are run, of which it is known how many there are and that all are answered.</summary>
    public static bool IsOwn => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    private static string Location =>
        IsOwn ? Path.Combine(AppContext.BaseDirectory, "conformance") : Environment.GetEnvironmentVariable(Variable)!;

    public static IReadOnlyList<CaseSource> Read(Func<JsonElement, bool> isOfKind) =>
    [
        .. Directory.EnumerateFiles(Location, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(ReadFile)
            .Where(source => isOfKind(source.Json)),
    ];

    private static IEnumerable<CaseSource> ReadFile(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var cases = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.Clone().EnumerateArray().ToList() : [];
        foreach (var (index, json) in cases.Index())
        {
            if (json.ValueKind == JsonValueKind.Object)
                yield return new CaseSource(
                    json.TryGetProperty("id", out var id) ? id.ToString() : $"{Path.GetFileName(file)}[{index}]", json);
        }
    }
}
