using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Building;

/// <summary>
/// Things that the rest of the file refers to by name. One that has mistakes of its own is known, but has no value: its mistakes are
/// reported, and those who refer to it made none.
/// </summary>
/// <param name="what">What the things are, as in <c>calendar</c>.</param>
/// <param name="isComplete">Whether all of them could be read; else nobody can say that a name is unknown.</param>
/// <param name="problems">Where unknown names are reported.</param>
/// <param name="removed">The names that the amendment removes: whoever still refers to one is its mistake.</param>
internal sealed class References<T>(string what, bool isComplete, Problems problems, Items<Located<Name>>? removed = null)
    where T : class
{
    private readonly Dictionary<string, T?> _known = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, T> Good =>
        _known.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal);

    public IEnumerable<string> Names => _known.Keys;

    public void Add(string name, T? value) => _known.TryAdd(name, value);

    /// <summary>What a name refers to, or <c>null</c> when it has mistakes of its own, or is reported as unknown.</summary>
    /// <param name="name">The name; <c>null</c> where it was missing, which is reported already.</param>
    /// <param name="others">What else may be written in its place.</param>
    public T? Find(Located<Name>? name, params IEnumerable<string> others)
    {
        if (name is null) return null;
        if (!_known.TryGetValue(name.Value.Value, out var value) && isComplete)
            Removed.Report(problems, what, name.Value.Value, name.Place, removed, [.. others, .. _known.Keys]);
        return value;
    }

    /// <summary>Each name of a list once, in its order; those that are unknown are reported.</summary>
    /// <param name="names">The names; <c>null</c> where none were written.</param>
    /// <param name="others">What may be written beside names, and refers to nothing here.</param>
    public List<string> FindAll(Items<Located<Name>>? names, params string[] others)
    {
        var found = new List<string>();
        foreach (var name in names?.Values ?? [])
        {
            if (!others.Contains(name.Value.Value, StringComparer.Ordinal)) Find(name, others);
            if (!found.Contains(name.Value.Value, StringComparer.Ordinal)) found.Add(name.Value.Value);
        }

        return found;
    }
}
