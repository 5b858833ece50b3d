using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>
/// Gathers the settings: the <c>Values</c> of the sample, which holds the defaults, and of <c>local.settings.json</c>, environment
/// variables, the command line; the last one wins.
/// </summary>
internal static class SettingsLoader
{
    private const string FileName = "local.settings.json";
    private const string SampleName = "local.settings.sample.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Adds the sources, in order.</summary>
    /// <returns>What <c>host.json</c> says, and the settings file that was read.</returns>
    public static (HostJson HostJson, string? SettingsFile) Load(IConfigurationBuilder configuration, LocalHostOptions options)
    {
        var commandLine = HostCommand.Parse(options.Args);
        var hostJson = HostJson.Read(
            JsonFile.Find(HostJson.Name, options), new ConfigurationBuilder().Add(options.EnvironmentVariables).Build());
        if (DemoSettings.IsOn(commandLine))
        {
            configuration
                .AddInMemoryCollection(hostJson.LogLevels)
                .AddInMemoryCollection(Values(JsonFile.Find(SampleName, options)))
                .AddInMemoryCollection(DemoSettings.All)
                .AddInMemoryCollection(commandLine);
            return (hostJson, null);
        }

        var file = JsonFile.Find(FileName, options);
        configuration
            .AddInMemoryCollection(hostJson.LogLevels)
            .AddInMemoryCollection(Values(JsonFile.Find(SampleName, options)))
            .AddInMemoryCollection(Values(file))
            .Add(options.EnvironmentVariables)
            .AddInMemoryCollection(commandLine);
        return (hostJson, file?.Path);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Values(JsonFile? file)
    {
        if (file is null)
            yield break;
        if (bool.TryParse(file.Values["IsEncrypted"], out var encrypted) && encrypted)
        {
            throw new LocalHostException(
                $"{file.Path}: error: IsEncrypted is true; decrypt the file (func settings decrypt) or set it to false");
        }

        ThrowIfNested(file.Path);
        foreach (var (name, value) in file.Values.GetSection("Values").AsEnumerable(makePathsRelative: true))
            yield return new(SettingName.Normalize(name), value);
        if (file.Values["Host:LocalHttpPort"] is { } port) // where func start has its port
            yield return new(LocalHostSettings.PortKey, port);
    }

    // The Functions host takes texts alone, and what was nested can no longer be told from the keys that the provider makes of it.
    private static void ThrowIfNested(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
        if (!document.RootElement.TryGetProperty("Values", out var values))
            return;
        if (values.ValueKind != JsonValueKind.Object)
            throw new LocalHostException($"{path}: error: Values must be an object of names and texts");
        foreach (var value in values.EnumerateObject())
        {
            if (value.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                throw new LocalHostException($"{path}: error: Values.{value.Name} must be a text; write a nested setting as Section__Key");
        }
    }
}
