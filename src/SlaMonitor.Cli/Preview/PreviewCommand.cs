using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Cli.Running;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Cli.Preview;

/// <summary><c>sla preview</c>: every mail and page there is, with the templates that would be in force.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var folder = new Option<string?>("--templates")
        {
            HelpName = "DIR",
            Description = "Your templates, as Templates:Folder would name them. Without it, the program's own.",
        };
        var to = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = "Where the previews go.",
            DefaultValueFactory = _ => "preview",
        };
        var language = new Option<string?>("--language") { Description = "One language only." };
        language.AcceptOnlyFromAmong([.. Wording.Languages]);
        var title = new Option<string?>("--title")
        {
            HelpName = "TEXT",
            Description = "The title of the tickets: try what customers might write.",
        };

        var command = new Command("preview", "Writes a mail of each kind, the pages, the board and reports to files, to be looked at.")
        {
            folder, to, language, title,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(folder), parsed.GetValue(to)!, parsed.GetValue(language) is { } one ? [one] : Wording.Languages,
            parsed.GetValue(title), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string? folder, string to, IReadOnlyList<string> languages, string? title, TextWriter output, TextWriter error)
    {
        var problems = TemplateTrial.Run(folder);
        foreach (var problem in problems) error.WriteLine(problem);
        if (problems.Count > 0) return ExitCode.WrongInput;

        try
        {
            var written = new PreviewFolder(to, TemplateFolder.Read(folder, NullLogger.Instance).Set!).Write(languages, title);
            output.WriteLine(
                $"{written.Count} previews: open {Path.Combine(to, PreviewFolder.Index)} in a browser, or an .eml in a mail program.");
            return ExitCode.Good;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{to}: error: the previews cannot be written there: {e.Message}");
            return ExitCode.WrongInput;
        }
    }
}
