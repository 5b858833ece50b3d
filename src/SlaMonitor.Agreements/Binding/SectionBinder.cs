using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements.Binding;

/// <summary>
/// Turns the nodes of a file into the sections of the format. Whatever does not fit is reported and left out, so that the
/// rest can be checked too.
/// </summary>
internal sealed class SectionBinder(Problems problems)
{
    /// <summary>Binds a section, or reports that something else stands there.</summary>
    public T? Bind<T>(FileNode node)
        where T : Section => (T?)BindSection(node, SectionShape.Of(typeof(T)));

    private Section? BindSection(FileNode node, SectionShape shape)
    {
        if (shape.Section.Shorthand is { } shorthand && node is FileScalar word)
        {
            if (string.Equals(word.Text, shorthand, StringComparison.Ordinal)) return Create(shape, word.Place, isShorthand: true);
            problems.Error(
                word.Place,
                $"'{Sentences.Shown(word.Text)}' is not {shape.Section.Noun}; write {shorthand}, or {KeysOf(shape)} with their values");
            return null;
        }

        if (shape.Section.Words is { } words && node is FileScalar named)
        {
            var syntax = Syntaxes.Of(words);
            if (syntax.Read(named.Text) is { } value) return Create(shape, named.Place) with { Word = value };
            problems.Error(named.Place, $"{syntax.Complain(Sentences.Shown(named.Text))}, or {KeysOf(shape)} with their values");
            return null;
        }

        if (node is not FileMapping mapping)
        {
            problems.Error(node.Place, $"{node.Kind} stands here; {shape.Section.Noun} has the keys {KeysOf(shape)}");
            return null;
        }

        var given = Recognise(mapping, shape);
        var section = Create(
            shape,
            mapping.Place,
            keyPlaces: given.ToDictionary(entry => entry.Key.Name, entry => entry.Value.Place, StringComparer.Ordinal));
        foreach (var (key, value) in given) key.Property.SetValue(section, BindValue(value, key.Property.PropertyType, key.Key));
        foreach (var missing in shape.Keys.Where(key => key.Key.Required && !section.KeyPlaces.ContainsKey(key.Name)))
        {
            // A key without a value is there to be pointed at.
            var empty = mapping.Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, missing.Name, StringComparison.Ordinal)).Key;
            problems.Error(
                empty?.Place ?? mapping.Place,
                $"{shape.Section.Noun} needs '{missing.Name}': {Sentences.Camel(Sentences.FirstSentence(missing.Key.Meaning))}");
        }

        return section;
    }

    // A misspelt key is reported once, and then read as the one that was meant: it is one mistake, and not also a
    // missing key and a name unknown.
    private List<(KeyShape Key, FileNode Value)> Recognise(FileMapping mapping, SectionShape shape)
    {
        var names = shape.Keys.Select(known => known.Name).ToArray();
        var taken = mapping.Entries.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        var recognised = new List<(KeyShape, FileNode)>();
        foreach (var (key, value) in mapping.Entries)
        {
            var meant = key.Text;
            if (shape.Find(key.Text) is null)
            {
                if (problems.IsFull) break;
                meant = Nearest.To(key.Text, names);
                problems.Error(
                    key.Place,
                    $"'{Sentences.Shown(key.Text)}' is no key of {shape.Section.Noun}; "
                    + $"{(meant is null ? $"it has {Sentences.And(names)}" : $"did you mean '{meant}'?")}");
                if (meant is null || !taken.Add(meant)) continue;
            }

            if (value is not FileScalar { IsNothing: true }) recognised.Add((shape.Find(meant)!, value));
        }

        return recognised;
    }

    private object? BindValue(FileNode node, Type type, KeyAttribute? key)
    {
        if (typeof(Section).IsAssignableFrom(type)) return BindSection(node, SectionShape.Of(type));

        var parts = type.GetGenericArguments();
        var form = type.GetGenericTypeDefinition();
        if (form == typeof(Located<>)) return BindScalar(node, type, parts[0], key);
        return form == typeof(Items<>) ? BindItems(node, type, parts[0]) : BindEntries(node, type, parts[0], parts[1]);
    }

    private object? BindScalar(FileNode node, Type located, Type type, KeyAttribute? key)
    {
        var syntax = Syntaxes.Of(type);
        if (node is not FileScalar scalar)
        {
            problems.Error(node.Place, $"{node.Kind} stands here; write a single value");
            return null;
        }

        // Only a text may have several lines. (A pattern's end would let a last line break pass.)
        var value = type != typeof(string) && scalar.Text.Contains('\n', StringComparison.Ordinal) ? null : syntax.Read(scalar.Text);
        if (value is null)
        {
            problems.Error(scalar.Place, syntax.Complain(Sentences.Shown(scalar.Text)));
            return null;
        }

        if (key is { Minimum: var least }
            && !double.IsNaN(least)
            && Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) < least)
        {
            problems.Error(scalar.Place, $"{scalar.Text} is too little; write at least {least}");
            return null;
        }

        return Activator.CreateInstance(located, value, scalar.Place);
    }

    // A list of one may be written without its brackets: 'priority: urgent', 'mon-fri: 09:00-18:00'.
    private object BindItems(FileNode node, Type items, Type type)
    {
        IReadOnlyList<FileNode> nodes = node is FileSequence sequence ? sequence.Items : [node];
        var values = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        foreach (var item in nodes)
        {
            if (BindValue(item, type, null) is { } value) values.Add(value);
        }

        return Activator.CreateInstance(items, values, node.Place, values.Count == nodes.Count)!;
    }

    private object? BindEntries(FileNode node, Type entries, Type keyType, Type valueType)
    {
        if (node is not FileMapping mapping)
        {
            problems.Error(node.Place, $"{node.Kind} stands here; write names with their values");
            return null;
        }

        var locatedKey = typeof(Located<>).MakeGenericType(keyType);
        var entryType = typeof(ValueTuple<,>).MakeGenericType(locatedKey, valueType);
        var values = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(entryType))!;
        var isComplete = true;
        foreach (var (key, value) in mapping.Entries)
        {
            var name = BindScalar(key, locatedKey, keyType, null);
            var bound = BindValue(value, valueType, null);
            isComplete &= name is not null && bound is not null;
            if (name is not null) values.Add(Activator.CreateInstance(entryType, name, bound));
        }

        return Activator.CreateInstance(entries, values, mapping.Place, isComplete);
    }

    private static Section Create(
        SectionShape shape, Place place, bool isShorthand = false, IReadOnlyDictionary<string, Place>? keyPlaces = null)
    {
        var section = (Section)Activator.CreateInstance(shape.Type)!;
        return section with
        {
            Place = place,
            KeyPlaces = keyPlaces ?? new Dictionary<string, Place>(StringComparer.Ordinal),
            IsShorthand = isShorthand,
        };
    }

    private static string KeysOf(SectionShape shape) => Sentences.And(shape.Keys.Select(key => key.Name));
}
