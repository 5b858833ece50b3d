using System.Text;
using System.Text.Json;

namespace SlaMonitor.Cli.Histories.Json;

/// <summary>
/// Reads a file of JSON item by item: JSON Lines, pages one after the other, and lists. Of an object that is a page the items are those
/// of its lists. No more is in memory than one item of a list, or one page.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="lists">The names under which a page has its items.</param>
internal sealed class JsonItems(string path, IReadOnlyList<string> lists) : IDisposable
{
    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true };

    private readonly FileStream _file =
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);


    private byte[] _buffer = new byte[1 << 20];
    private int _begin;
    private int _end;
    private bool _isWhole;
    private JsonReaderState _state = new(Options);
    private long _line = 1;
    private long _column = 1;
    private int _page = -1;
    private int _index;

    public void Dispose() => _file.Dispose();

    /// <summary>The items. May be read once.</summary>
    /// <exception cref="JsonException">The file is no JSON from some place on; what was before has been read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IEnumerable<JsonItem> Read()
    {
        Fill();
        if (_buffer.AsSpan(_begin, _end - _begin).StartsWith(Encoding.UTF8.Preamble)) _begin += Encoding.UTF8.Preamble.Length;
        while (Next() is { } value)
        {
            using (value.Document)
            {
                foreach (var item in ItemsOf(value)) yield return item;
            }
        }
    }

    private IEnumerable<JsonItem> ItemsOf(Found value)
    {
        var root = value.Document.RootElement;
        var isPage = false;
        if (root.ValueKind == JsonValueKind.Object)
        {
            foreach (var list in lists)
            {
                if (!root.TryGetProperty(list, out var items) || items.ValueKind != JsonValueKind.Array) continue;

                isPage = true;
                foreach (var (index, item) in items.EnumerateArray().Index())
                    yield return new JsonItem(item, value.Page, value.Line, value.Column, $"{list}[{index}]");
            }
        }

        if (!isPage) yield return new JsonItem(root, value.Page, value.Line, value.Column, value.Where);
    }

    /// <summary>The next value of the file, or of a list that is one; <c>null</c> at the end.</summary>
    private Found? Next()
    {
        while (true)
        {
            switch (Step(out var found))
            {
                case Outcome.Value: return found;
                case Outcome.End: return null;
                case Outcome.NeedsMore:
                    Fill();
                    break;
                default:
                    break;
            }
        }
    }

    private Outcome Step(out Found? found)
    {
        found = null;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_begin, _end - _begin), _isWhole, _state);
        if (!reader.Read())
        {
            Commit(ref reader);
            return _isWhole ? Outcome.End : Outcome.NeedsMore;
        }

        if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartArray) (_page, _index) = (_page + 1, 0);
            Commit(ref reader);
            return Outcome.Bracket;
        }

        var isInList = reader.CurrentDepth > 0;
        var begin = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return Outcome.NeedsMore;

        var bytes = _buffer.AsSpan(_begin + begin, (int)reader.BytesConsumed - begin).ToArray();
        Pass(begin);
        var (line, column) = (_line, _column);
        Pass(bytes.Length);
        _state = reader.CurrentState;
        if (!isInList) _page++;
        found = new Found(JsonDocument.Parse(bytes), _page, line, column, isInList ? $"[{_index++}]" : string.Empty);
        return Outcome.Value;
    }

    private void Commit(ref Utf8JsonReader reader)
    {
        Pass((int)reader.BytesConsumed);
        _state = reader.CurrentState;
    }

    /// <summary>Goes on so many bytes.</summary>
    private void Pass(int count)
    {
        var passed = _buffer.AsSpan(_begin, count);
        var lines = passed.Count((byte)'\n');
        _line += lines;
        _column = lines == 0 ? _column + count : count - passed.LastIndexOf((byte)'\n');
        _begin += count;
    }

    private void Fill()
    {
        _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
        (_begin, _end) = (0, _end - _begin);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var more = _file.Read(_buffer, _end, _buffer.Length - _end);
        _end += more;
        _isWhole = more == 0;
    }

    private enum Outcome
    {
        Value,
        Bracket,
        NeedsMore,
        End,
    }

    private sealed record Found(JsonDocument Document, int Page, long Line, long Column, string Where);
}
