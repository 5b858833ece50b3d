using System.Globalization;
using System.Text.Json;

namespace SlaMonitor.Cli.Importing.Reading;

/// <summary>
/// A value of an export, which knows where it stands and what of it has been read: what nobody reads comes up as a leftover, so that no
/// key is dropped in silence.
/// </summary>
/// <param name="file">The file, as errors name it.</param>
/// <param name="path">The way to it from the beginning of the file: <c>sla_policies[0].filter</c>.</param>
/// <param name="kind">What it is.</param>
/// <param name="text">A text as it is meant, and anything else as it is written.</param>
internal sealed class ExportNode(string file, string path, JsonValueKind kind, string text)
{
    private const int LongestQuote = 1000;

    private readonly List<(string Name, ExportNode Value)> _members = [];
    private readonly List<ExportNode> _items = [];
    private readonly HashSet<ExportNode> _seen = [];

    public required long Line { get; init; }

    public required long Column { get; init; }

    public string Path => path;

    public bool IsObject => kind == JsonValueKind.Object;

    public bool IsList => kind == JsonValueKind.Array;

    /// <summary>Whether it says nothing: no value, an empty text, nothing in it.</summary>
    public bool IsEmpty => kind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => text.Length == 0,
        JsonValueKind.Array => _items.TrueForAll(item => item.IsEmpty),
        JsonValueKind.Object => _members.TrueForAll(member => member.Value.IsEmpty),
        _ => false,
    };

    /// <summary>A text, a number or a truth, as it is written.</summary>
    public string Text => kind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null
        ? throw Wrong("a text or a number is expected here")
        : text;

    /// <summary>A whole number, which some exports write as a text.</summary>
    public long Whole => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Wrong($"'{Text}' is no whole number");

    /// <summary>A truth, which some exports write as a text.</summary>
    public bool Truth => bool.TryParse(Text, out var truth) ? truth : throw Wrong($"'{Text}' is neither true nor false");

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<ExportNode> Items => IsList ? _items : throw Wrong("a list is expected here");

    /// <summary>The items of a list, or the one value that stands instead of a list.</summary>
    public IReadOnlyList<ExportNode> ItemsOrOne => IsList ? _items : [this];

    /// <summary>The members, which count as read.</summary>
    public IEnumerable<(string Name, ExportNode Value)> Members()
    {
        if (!IsObject) throw Wrong("an object is expected here");
        foreach (var (_, value) in _members) _seen.Add(value);
        return _members;
    }

    /// <summary>Whether there is a member, whatever it says. It does not count as read.</summary>
    public bool Has(string name) => _members.Exists(member => member.Name == name);

    /// <summary>A member; <c>null</c> where there is none, or it says nothing.</summary>
    public ExportNode? Find(string name)
    {
        if (!IsObject) throw Wrong("an object is expected here");
        if (_members.Find(member => member.Name == name).Value is not { } found) return null;

        _seen.Add(found);
        return found.IsEmpty ? null : found;
    }

    /// <summary>A member that has to be there.</summary>
    public ExportNode Get(string name) => Find(name) ?? throw Wrong($"'{name}' is missing here; export it anew, whole");

    /// <summary>Takes members as read that say nothing of what is promised.</summary>
    public void Skip(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (_, value) in _members.Where(member => member.Name == name)) value.Forget();
        }
    }

    /// <summary>What nobody has read of it, each as <c>key: value</c>, once.</summary>
    public IReadOnlyList<string> Leftovers()
    {
        var left = new List<string>();
        AddLeftovers(left, string.Empty);
        return left;
    }

    /// <summary>It as it is written, on one line, and cut where it is long. It counts as read then.</summary>
    public string Quote()
    {
        Forget();
        var written = Written();
        return written.Length <= LongestQuote ? written : string.Concat(written.AsSpan(0, LongestQuote), "…");
    }

    /// <summary>A mistake at this place.</summary>
    public ImportException Wrong(string message) =>
        ImportException.At(file, Line, Column, path.Length == 0 ? message : $"{path}: {message}");

    /// <summary>Builds it.</summary>
    public void Add(string name, ExportNode value) => _members.Add((name, value));

    /// <summary>Builds it.</summary>
    public void Add(ExportNode item) => _items.Add(item);

    private bool IsForgotten { get; set; }

    private void Forget() => IsForgotten = true;

    private void AddLeftovers(List<string> left, string prefix)
    {
        if (IsForgotten) return;

        foreach (var (name, value) in _members)
        {
            if (_seen.Contains(value)) value.AddLeftovers(left, $"{prefix}{name}.");
            else if (!value.IsEmpty && !value.IsForgotten) left.Add($"{prefix}{name}: {value.Quote()}");
        }

        foreach (var item in _items) item.AddLeftovers(left, prefix);
    }

    private string Written() => kind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", _members.Select(member => $"{member.Name}: {member.Value.Written()}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", _items.Select(item => item.Written()))}]",
        _ => text.ReplaceLineEndings(" "),
    };
}
