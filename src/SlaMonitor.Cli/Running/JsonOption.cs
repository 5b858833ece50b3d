using System.CommandLine;

namespace SlaMonitor.Cli.Running;

/// <summary>The option <c>--json</c>.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "One JSON document instead of text." };
}
