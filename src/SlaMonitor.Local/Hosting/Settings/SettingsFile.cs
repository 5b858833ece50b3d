using System.Text.Json;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>The <c>Values</c> of <c>local.settings.json</c> and of its sample, which holds the defaults.</summary>
internal static class SettingsFile
{
    public const string Name = "local.settings.json";

    public const string SampleName = "local.settings.sample.json";

    public static Dictionary<string, string?> Values(JsonFile? file)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (file is null)
            return values;
        if (file.Root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
            throw new LocalHostException($"{file.Path}: error: IsEncrypted is true; decrypt the file (func settings decrypt) or set it to false");
        if (!file.Root.TryGetProperty("Values", out var section))
            return values;
        if (section.ValueKind != JsonValueKind.Object)
            throw new LocalHostException($"{file.Path}: error: Values must be an object of names and texts");

        foreach (var property in section.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                throw new LocalHostException($"{file.Path}: error: Values.{property.Name} must be a text; write a nested setting as Section__Key");
            values[SettingName.Normalize(property.Name)] = property.Value.ToString();
        }

        return values;
    }
}
