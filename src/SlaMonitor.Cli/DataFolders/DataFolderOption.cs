using System.CommandLine;
using SlaMonitor.Local.Mending;

namespace SlaMonitor.Cli.DataFolders;

/// <summary>The option <c>--data</c>.</summary>
internal static class DataFolderOption
{
    /// <summary>The option of a command that is for data folders.</summary>
    public static Option<string> Create()
    {
        var data = Create<string>($"The monitor's data folder. Without it, {DataFolderWork.DefaultFolder} in this folder.");
        data.DefaultValueFactory = _ => DataFolderWork.DefaultFolder;
        return data;
    }

    /// <summary>The option of a command that may be for a data folder.</summary>
    public static Option<string?> CreateWithout() =>
        Create<string?>("The data folder of a monitor on this machine, which may run meanwhile.");

    private static Option<T> Create<T>(string description) => new("--data") { HelpName = "DIR", Description = description };
}
