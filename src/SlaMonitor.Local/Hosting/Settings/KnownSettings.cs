using System.Reflection;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>
/// The settings that the program knows, as its classes declare them: what the properties of options classes are called (classes with a
/// constant <c>Section</c>), the constants that name single settings, and sections in which the names are the user's. Others change
/// nothing, and whoever has set one believes that they do.
/// </summary>
internal sealed class KnownSettings
{
    private const BindingFlags Constants = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _sections = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="assemblies">The assemblies whose settings are known.</param>
    public KnownSettings(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.SelectMany(assembly => assembly.GetTypes()))
        {
            foreach (var constant in type.GetFields(Constants).Where(field => field.IsLiteral && field.FieldType == typeof(string)))
            {
                var text = (string)constant.GetRawConstantValue()!;
                if (constant.Name == "Section" && !type.IsAbstract) Add(text, type);
                else if (constant.Name.EndsWith("Section", StringComparison.Ordinal) && text.Contains(':', StringComparison.Ordinal))
                    _open.Add(text);
                else if (IsNameOfSetting(constant.Name)) AddName(text);
            }
        }
    }

    /// <summary>The settings of this program.</summary>
    public static KnownSettings OfProgram() => new(AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => assembly.GetName().Name?.StartsWith("SlaMonitor.", StringComparison.Ordinal) == true));

    /// <summary>What is wrong with the names of settings, and what was probably meant.</summary>
    /// <param name="configuration">The settings.</param>
    public IEnumerable<string> Complaints(IConfiguration configuration) => configuration.AsEnumerable()
        .Where(setting => setting.Value is not null)
        .Select(setting => ComplaintOf(setting.Key))
        .OfType<string>()
        .Order(StringComparer.Ordinal);

    private string? ComplaintOf(string name)
    {
        // What has no section may be anybody's: most environment variables do not.
        if (!name.Contains(':', StringComparison.Ordinal) || _names.Contains(name) || _open.Any(open => IsBelow(name, open))) return null;

        var section = name[..name.IndexOf(':', StringComparison.Ordinal)];
        if (!_sections.Contains(section) && Nearest.To(section, _sections) is null) return null;

        var meant = Nearest.To(name, _names);
        return $"The setting {name} is not known, and changes nothing"
            + (meant is null ? $"; the settings of {section} are in the README" : $"; did you mean {meant}?");
    }

    private void Add(string section, Type options)
    {
        AddSection(section);
        foreach (var property in options.GetProperties().Where(property => property.CanWrite))
        {
            var name = $"{section}:{property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name}";
            var type = property.PropertyType;
            // Names below these are the user's own, or those of a list; where they have a form, whoever reads them says so.
            if (type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type)) _open.Add(name);
            else if (type.IsClass && type.Assembly == options.Assembly) Add(name, type);
            _names.Add(name);
        }
    }

    private void AddName(string name)
    {
        _names.Add(name);
        if (name.Contains(':', StringComparison.Ordinal)) AddSection(name);
    }

    private void AddSection(string name) => _sections.Add(name.Split(':')[0]);

    private static bool IsNameOfSetting(string constant) =>
        constant.EndsWith("Setting", StringComparison.Ordinal) || constant.EndsWith("Key", StringComparison.Ordinal);

    private static bool IsBelow(string name, string open) =>
        name.StartsWith(open, StringComparison.OrdinalIgnoreCase) && (name.Length == open.Length || name[open.Length] == ':');
}
