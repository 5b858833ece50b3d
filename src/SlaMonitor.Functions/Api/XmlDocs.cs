using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SlaMonitor.Functions.Api;

/// <summary>
/// What the code says of itself, from the files that the compiler writes beside each assembly: so the API is described where it is written.
/// </summary>
internal static partial class XmlDocs
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>What is said of a type; <c>null</c> where nothing is.</summary>
    public static string? Of(Type type) => Text(Find(type.Assembly, $"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>What is said of a property, or of the parameter of a record that makes it.</summary>
    public static string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Text(Find(type.Assembly, $"P:{NameOf(type)}.{property.Name}")?.Element("summary"))
            ?? Text(Find(type.Assembly, $"T:{NameOf(type)}")?.Elements("param")
                .FirstOrDefault(param => (string?)param.Attribute("name") == property.Name));
    }

    private static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static XElement? Find(Assembly assembly, string member) => Files.GetOrAdd(assembly, Read).GetValueOrDefault(member);

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
            : [];
    }

    /// <summary>The text, with what it refers to by its own name.</summary>
    private static string? Text(XElement? element)
    {
        if (element is null) return null;

        var parts = element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "seealso" or "paramref" } see => Referred(see),
            XElement other => other.Value,
            _ => string.Empty,
        });
        return Blanks().Replace(string.Concat(parts), " ").Trim();
    }

    private static string Referred(XElement see)
    {
        var name = (string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? (string?)see.Attribute("name") ?? string.Empty;
        var last = name[(name.LastIndexOf('.') + 1)..];
        return last.Length == 0 ? last : char.ToLowerInvariant(last[0]) + last[1..];
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex Blanks();
}
