using System.Collections;
using Microsoft.Extensions.Configuration;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>Gathers the settings: the sample's defaults, <c>local.settings.json</c>, environment variables, the command line; the last one wins.</summary>
internal static class SettingsLoader
{
    /// <summary>Adds the sources, in order.</summary>
    /// <returns>What <c>host.json</c> says, and the settings file that was read.</returns>
    public static (HostJson HostJson, string? SettingsFile) Load(IConfigurationBuilder configuration, LocalHostOptions options)
    {
        var commandLine = CommandLine.Parse(options.Args);
        var environment = options.EnvironmentVariables ?? ProcessEnvironment();
        var hostJson = HostJson.Read(JsonFile.Find(HostJson.Name, options), environment);
        var sample = JsonFile.Find(SettingsFile.SampleName, options);
        var file = JsonFile.Find(SettingsFile.Name, options);

        configuration.AddInMemoryCollection(hostJson.LogLevels);
        configuration.AddInMemoryCollection(SettingsFile.Values(sample));
        configuration.AddInMemoryCollection(WithPort(file));
        configuration.AddInMemoryCollection(environment.Select(pair => KeyValuePair.Create(SettingName.Normalize(pair.Key), pair.Value)));
        configuration.AddInMemoryCollection(commandLine);
        return (hostJson, file?.Path);
    }

    // func start takes its port from Host.LocalHttpPort.
    private static Dictionary<string, string?> WithPort(JsonFile? file)
    {
        var values = SettingsFile.Values(file);
        if (file?.Flatten().GetValueOrDefault("Host:LocalHttpPort") is { } port)
            values[LocalHostSettings.PortKey] = port;
        return values;
    }

    private static Dictionary<string, string?> ProcessEnvironment()
    {
        // Setting names ignore case, environment variables need not: http_proxy and HTTP_PROXY may both be there.
        var variables = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
            variables[(string)entry.Key] = (string?)entry.Value;
        return variables;
    }
}
