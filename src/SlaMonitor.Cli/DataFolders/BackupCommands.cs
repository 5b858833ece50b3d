using System.CommandLine;
using System.Text.Json.Nodes;
using SlaMonitor.Cli.Running;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Mending;

namespace SlaMonitor.Cli.DataFolders;

/// <summary><c>sla backup</c> and <c>sla restore</c>: a data folder into an archive and back.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup(Surroundings surroundings)
    {
        var (archive, data, json) = (Archive("The archive. A file is never written over."), DataFolderOption.Create(), JsonOption.Create());
        var command = new Command("backup", "Writes a data folder into an archive, also while the monitor works in it.")
        {
            archive, data, json,
        };
        command.SetAction(parsed => Run(parsed.InvocationConfiguration, output =>
        {
            var (folder, file) = (parsed.GetValue(data)!, parsed.GetValue(archive)!);
            var files = DataFolderWork.BackUp(folder, file, surroundings.Time);
            if (parsed.GetValue(json)) WriteJson(folder, file, files, takenAt: null, output);
            else output.WriteLine($"{folder} is backed up in {file}: {string.Join(", ", files)}");
        }));
        return command;
    }

    public static Command CreateRestore()
    {
        var (archive, data, json) = (Archive("The archive."), DataFolderOption.Create(), JsonOption.Create());
        var command = new Command("restore", "Puts such an archive into a data folder that holds nothing yet.") { archive, data, json };
        command.SetAction(parsed => Run(parsed.InvocationConfiguration, output =>
        {
            var (folder, file) = (parsed.GetValue(data)!, parsed.GetValue(archive)!);
            var (takenAt, files) = DataFolderWork.Restore(file, folder);
            if (parsed.GetValue(json)) WriteJson(folder, file, files, takenAt, output);
            else output.WriteLine($"{folder} is as it was at {takenAt:u}: {string.Join(", ", files)}");
        }));
        return command;
    }

    private static Argument<string> Archive(string description) => new("FILE") { Description = description };

    private static int Run(InvocationConfiguration streams, Action<TextWriter> work)
    {
        try
        {
            work(streams.Output);
            return ExitCode.Good;
        }
        catch (LocalHostException e)
        {
            streams.Error.WriteLine(e.Message);
            return ExitCode.WrongInput;
        }
    }

    private static void WriteJson(
        string folder, string archive, IReadOnlyList<string> files, DateTimeOffset? takenAt, TextWriter output) => JsonOutput.Write(
        new JsonObject
        {
            ["dataFolder"] = folder,
            ["archive"] = archive,
            ["takenAt"] = takenAt is { } at ? at.ToString("O") : null,
            ["files"] = new JsonArray([.. files.Select(file => JsonValue.Create(file))]),
        },
        output);
}
