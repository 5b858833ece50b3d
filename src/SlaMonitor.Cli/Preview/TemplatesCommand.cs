using System.CommandLine;
using System.Text.Json.Nodes;
using SlaMonitor.Cli.Running;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Cli.Preview;

/// <summary><c>sla templates</c>: the program's own templates, to begin from.</summary>
internal static class TemplatesCommand
{
    public static Command Create()
    {
        var to = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = "Where the templates go. Files that are there already stay as they are.",
            Required = true,
        };
        var json = JsonOption.Create();
        var command = new Command("templates", "Writes the program's own templates to files, to be changed and named by Templates:Folder.")
        {
            to, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(to)!, parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string to, bool json, TextWriter output, TextWriter error)
    {
        try
        {
            Directory.CreateDirectory(to);
            var (written, kept) = (new JsonArray(), new JsonArray());
            foreach (var (name, text) in BuiltInTemplates.Texts)
            {
                var path = TemplateFolder.PathOf(to, name);
                if (File.Exists(path))
                {
                    kept.Add(path);
                    if (!json) output.WriteLine($"{path} is there already and stays as it is.");
                    continue;
                }

                File.WriteAllText(path, text);
                written.Add(path);
                if (!json) output.WriteLine(path);
            }

            if (json) JsonOutput.Write(new JsonObject { ["written"] = written, ["kept"] = kept }, output);

            return ExitCode.Good;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{to}: error: the templates cannot be written there: {e.Message}");
            return ExitCode.WrongInput;
        }
    }
}
