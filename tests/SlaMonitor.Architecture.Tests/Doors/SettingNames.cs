using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace SlaMonitor.Architecture.Tests.Doors;

/// <summary>
/// The names of settings that the program knows: what the properties of its options classes are called (classes with a constant
/// <c>Section</c>), and every text that stands in its code or its triggers, by which the others are asked for.
/// </summary>
internal static partial class SettingNames
{
    /// <summary>Where what only the host in Azure reads is asked for: it is not compiled here.</summary>
    private const string OfAzure = "src/SlaMonitor.Functions/Hosts/Azure";

    private static readonly IReadOnlySet<string> OfOptions = Assemblies.All.SelectMany(assembly => assembly.GetTypes())
        .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)))
        .Where(options => options.Section is { IsLiteral: true } && !options.Type.IsAbstract)
        .SelectMany(options => Below((string)options.Section!.GetRawConstantValue()!, options.Type))
        .ToHashSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> Known { get; } = Assemblies.All.SelectMany(TextsOf)
        .Concat(Repository.Files(OfAzure, "*.cs").SelectMany(file => Text().Matches(Repository.Read(file)).Select(match => match.Value)))
        .Concat(OfOptions)
        .Concat(SettingTests.OfTriggers)
        .Concat(SettingTests.ConnectionsOfTriggers)
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Below(string section, Type options)
    {
        foreach (var property in options.GetProperties().Where(property => property.CanWrite))
        {
            var name = $"{section}:{property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name}";
            var type = property.PropertyType;
            var names = IsDictionary(type) ? Below($"{name}:{{name}}", type.GetGenericArguments()[1])
                : IsOurs(type) ? Below(name, type)
                : [name];
            foreach (var below in names) yield return below;
        }
    }

    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>);

    private static bool IsOurs(Type type) => type.IsClass && Assemblies.All.Contains(type.Assembly);

    /// <summary>Every text that the code of an assembly loads.</summary>
    private static IEnumerable<string> TextsOf(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        for (var handle = MetadataTokens.UserStringHandle(0); ;)
        {
            handle = metadata.GetNextHandle(handle);
            if (handle.IsNil) break;

            yield return metadata.GetUserString(handle);
        }
    }

    [GeneratedRegex("(?<=\")[^\"]+(?=\")")]
    private static partial Regex Text();
}
