using Microsoft.Extensions.Configuration;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>How settings are named, and how a trigger names one: <c>%Setting%</c>.</summary>
internal static class SettingName
{
    /// <summary><c>Section__Key</c>, as an environment variable has it, is <c>Section:Key</c>.</summary>
    public static string Normalize(string name) => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    /// <summary>Replaces each <c>%Name%</c> by its setting's value.</summary>
    /// <param name="text">What stands in the trigger.</param>
    /// <param name="configuration">Where settings are looked up.</param>
    /// <param name="missing">The first name without a value, or null when every name had one.</param>
    public static string Resolve(string text, IConfiguration configuration, out string? missing)
    {
        missing = null;
        var parts = text.Split('%');
        // An even number of parts means a lone percent sign: not a name, so it stays.
        for (var i = 1; i < parts.Length - 1; i += 2)
        {
            var value = configuration[Normalize(parts[i])];
            if (string.IsNullOrWhiteSpace(value))
            {
                missing ??= parts[i];
                continue;
            }

            parts[i] = value;
        }

        return parts.Length % 2 == 0 ? text : string.Concat(parts);
    }
}
