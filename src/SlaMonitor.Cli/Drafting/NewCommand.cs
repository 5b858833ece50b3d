using System.CommandLine;
using System.Text.Json.Nodes;
using SlaMonitor.Agreements;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Drafting;

/// <summary><c>sla new</c>: a working agreement to begin from.</summary>
internal static class NewCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var name = new Argument<string>("NAME") { Description = $"What the agreement is called: {AgreementName.Form}." };
        var from = new Option<string>("--from")
        {
            HelpName = string.Join('|', StartingPoint.Names),
            Description = "What to begin from.",
            DefaultValueFactory = _ => StartingPoint.Names[0],
        };
        from.AcceptOnlyFromAmong([.. StartingPoint.Names]);
        var language = LanguageOption.Create("The language of its comments and names.");
        var to = OutOption.Create("Where it goes. Without it, NAME.yaml.");
        var json = JsonOption.Create();

        var command = new Command("new", "Writes a working agreement to begin from.") { name, from, language, to, json };
        command.Validators.Add(parsed => AgreementDraft.CheckName(parsed, parsed.Given(name)));
        command.SetAction(parsed =>
        {
            var (agreement, start, output) = (parsed.GetValue(name)!, parsed.GetValue(from)!, parsed.InvocationConfiguration.Output);
            var draft = new AgreementDraft(
                parsed.GetValue(to) ?? $"{agreement}.yaml",
                StartingPoint.Text(start, parsed.GetValue(language)!, agreement, surroundings.Time.GetUtcNow().Year));
            if (!draft.Write(output, parsed.InvocationConfiguration.Error)) return ExitCode.WrongInput;
            if (draft.IsOutput) return ExitCode.Good;

            if (parsed.GetValue(json))
                JsonOutput.Write(new JsonObject { ["file"] = draft.Path, ["agreement"] = agreement, ["from"] = start }, output);
            else Say(draft.Path, start, output);
            return ExitCode.Good;
        });
        return command;
    }

    private static void Say(string path, string start, TextWriter output)
    {
        output.WriteLine($"{path} is written, from {start}. Next:");
        output.WriteLine("  1. Write your own time zone, hours and budgets in it, and your addresses for those at example.com.");
        output.WriteLine($"  2. sla check {path}");
        output.WriteLine("  3. Put it into the folder of agreements of your monitor: the setting Agreements:Folder.");
        output.WriteLine($"There are also: {string.Join(", ", StartingPoint.Names.Where(other => other != start))} (--from).");
    }
}
