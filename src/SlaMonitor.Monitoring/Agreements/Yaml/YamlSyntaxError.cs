namespace SlaMonitor.Monitoring.Agreements.Yaml;

/// <summary>Says in the words of somebody who writes an agreement what the YAML scanner says in its own.</summary>
internal static class YamlSyntaxError
{
    public static string Explain(string message) => message switch
    {
        _ when message.Contains("tab", StringComparison.OrdinalIgnoreCase) && message.Contains("indentation", StringComparison.OrdinalIgnoreCase) =>
            "a tab stands where the line is indented; indent with spaces",
        _ => message,
    };
}
