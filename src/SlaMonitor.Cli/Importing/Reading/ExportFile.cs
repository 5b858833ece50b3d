using System.Text;
using System.Text.Json;

namespace SlaMonitor.Cli.Importing.Reading;

/// <summary>Reads an export, with the place of each value.</summary>
internal static class ExportFile
{
    /// <summary>Reads a file of JSON.</summary>
    /// <exception cref="ImportException">It cannot be read, or is no JSON.</exception>
    public static ExportNode Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"{path}: error: the export cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads JSON.</summary>
    /// <exception cref="ImportException">It is none.</exception>
    public static ExportNode Parse(string file, ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(json);
        try
        {
            var places = new Places(json);
            reader.Read();
            var root = Node(ref reader, json, file, string.Empty, places);
            while (reader.Read()) { }

            return root;
        }
        catch (JsonException e)
        {
            var why = e.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            throw ImportException.At(
                file, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1, $"this is no JSON: {why} Export it anew, as JSON");
        }
    }

    private static ExportNode Node(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string file, string path, Places places)
    {
        var (line, column) = places.Of(reader.TokenStartIndex, json);
        var (kind, text) = Value(ref reader);
        var node = new ExportNode(file, path, kind, text) { Line = line, Column = column };
        if (kind == JsonValueKind.Object)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                reader.Read();
                node.Add(name, Node(ref reader, json, file, path.Length == 0 ? name : $"{path}.{name}", places));
            }
        }
        else if (kind == JsonValueKind.Array)
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                node.Add(Node(ref reader, json, file, $"{path}[{i}]", places));
        }

        return node;
    }

    private static (JsonValueKind Kind, string Text) Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => (JsonValueKind.Object, string.Empty),
        JsonTokenType.StartArray => (JsonValueKind.Array, string.Empty),
        JsonTokenType.String => (JsonValueKind.String, reader.GetString()!),
        JsonTokenType.Number => (JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.True => (JsonValueKind.True, "true"),
        JsonTokenType.False => (JsonValueKind.False, "false"),
        _ => (JsonValueKind.Null, "null"),
    };

    /// <summary>Where lines begin.</summary>
    private sealed class Places
    {
        private readonly List<long> _starts = [0];

        public Places(ReadOnlySpan<byte> json)
        {
            for (var i = 0; i < json.Length; i++)
            {
                if (json[i] == (byte)'\n') _starts.Add(i + 1);
            }
        }

        public (long Line, long Column) Of(long index, ReadOnlySpan<byte> json)
        {
            var found = _starts.BinarySearch(index);
            var line = found >= 0 ? found : ~found - 1;
            var before = json[(int)_starts[line]..(int)index];
            return (line + 1, Encoding.UTF8.GetCharCount(before) + 1);
        }
    }
}
