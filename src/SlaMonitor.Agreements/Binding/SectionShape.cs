using System.Collections.Concurrent;
using System.Reflection;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;

namespace SlaMonitor.Agreements.Binding;

/// <summary>The keys of a section, as its type declares them.</summary>
internal sealed record SectionShape(Type Type, SectionAttribute Section, IReadOnlyList<KeyShape> Keys)
{
    private static readonly ConcurrentDictionary<Type, SectionShape> Known = new();

    public static SectionShape Of(Type type) => Known.GetOrAdd(type, Read);

    public KeyShape? Find(string name) => Keys.FirstOrDefault(key => string.Equals(key.Name, name, StringComparison.Ordinal));

    private static SectionShape Read(Type type) => new(
        type,
        type.GetCustomAttribute<SectionAttribute>() ?? throw new InvalidOperationException($"{type.Name} lacks its [Section]."),
        [.. type.GetProperties()
            .Where(property => property.IsDefined(typeof(KeyAttribute)))
            .OrderBy(property => property.MetadataToken)
            .Select(property => new KeyShape(Sentences.Camel(property.Name), property, property.GetCustomAttribute<KeyAttribute>()!))]);
}
