using System.Text.Json;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>A JSON file of the host's: found in the current directory or else beside the program, read with its mistakes' places.</summary>
internal sealed record JsonFile(string Path, JsonElement Root)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static JsonFile? Find(string name, LocalHostOptions options)
    {
        var path = new[] { options.CurrentDirectory, options.ProgramDirectory }
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return path is null ? null : Read(path);
    }

    /// <summary>The file flattened as configuration flattens: <c>a:b:c</c>.</summary>
    public Dictionary<string, string?> Flatten()
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Flatten(Root, "", values);
        return values;
    }

    public static void Flatten(JsonElement element, string path, Dictionary<string, string?> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Flatten(property.Value, Join(path, property.Name), values);
                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                    Flatten(item, Join(path, index.ToString()), values);
                break;
            case JsonValueKind.Null:
                break;
            default:
                values[path] = element.ToString();
                break;
        }
    }

    private static JsonFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object
                ? new JsonFile(path, root)
                : throw new LocalHostException($"{path}:1:1: error: the file must hold one JSON object");
        }
        catch (JsonException problem)
        {
            var what = problem.Message.Split(" LineNumber:", 2)[0];
            throw new LocalHostException($"{path}:{problem.LineNumber + 1}:{problem.BytePositionInLine + 1}: error: {what}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException($"{path}: error: {problem.Message}", problem);
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}:{name}";
}
