using System.CommandLine;
using System.Text.Json.Nodes;
using SlaMonitor.Cli.Drafting;
using SlaMonitor.Cli.Importing.Carrying;
using SlaMonitor.Cli.Importing.Helpdesks;
using SlaMonitor.Cli.Importing.Reading;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Importing;

/// <summary><c>sla import</c>: what a helpdesk promises, as it exports it, becomes an agreement.</summary>
internal static class ImportCommand
{
    private static readonly (string Kind, Func<IReadOnlyList<ExportNode>, CarriedAgreement> Read)[] Kinds =
    [
        ("zendesk", ZendeskImport.Read), ("jira", JiraImport.Read), ("freshdesk", FreshdeskImport.Read),
        ("servicenow", ServiceNowImport.Read), ("zammad", ZammadImport.Read),
    ];

    public static Command Create(Surroundings surroundings)
    {
        string[] kinds = [.. Kinds.Select(known => known.Kind)];
        var kind = new Argument<string>("HELPDESK") { Description = $"Whose export it is: {string.Join(", ", kinds)}." };
        kind.AcceptOnlyFromAmong(kinds);
        var files = new Argument<string[]>("FILE")
        {
            Description = "What it exports as JSON: policies, and their calendars. Several files are read as one.",
            Arity = ArgumentArity.OneOrMore,
        };
        var name = new Option<string?>("--name")
        {
            HelpName = "NAME",
            Description = "What the agreement is called. Without it, as the helpdesk.",
        };
        var to = OutOption.Create("Where it goes. Without it, NAME.yaml.");
        var json = JsonOption.Create();
        var command = new Command("import", "Makes an agreement of the policies that a helpdesk exports.") { kind, files, name, to, json };
        command.Validators.Add(parsed => AgreementDraft.CheckName(parsed, parsed.Given(name)));
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var helpdesk = parsed.GetValue(kind)!;
            var agreement = parsed.GetValue(name) ?? helpdesk;
            if (Carry(helpdesk, parsed.GetValue(files)!, error) is not { } carried) return ExitCode.WrongInput;

            var draft = new AgreementDraft(
                parsed.GetValue(to) ?? $"{agreement}.yaml", carried.Text(agreement, surroundings.Time.GetUtcNow().Year));
            if (!draft.Write(output, error)) return ExitCode.WrongInput;
            if (draft.IsOutput) return ExitCode.Good;

            if (parsed.GetValue(json)) WriteJson(draft.Path, agreement, carried, output);
            else Say(draft.Path, carried, output);
            return ExitCode.Good;
        });
        return command;
    }

    private static CarriedAgreement? Carry(string helpdesk, string[] paths, TextWriter error)
    {
        try
        {
            var files = paths.Select(ExportFile.Read).ToList();
            var carried = Kinds.Single(known => known.Kind == helpdesk).Read(files);
            if (carried.Targets.Exists(target => target.Uncarried is null)) return carried;

            error.WriteLine($"{paths[0]}: error: there is nothing promised in it that could be carried over");
            foreach (var reason in carried.Targets.Select(target => $"{target.Id}: {target.Uncarried}")) error.WriteLine($"  {reason}");
        }
        catch (ImportException e)
        {
            error.WriteLine(e.Message);
        }

        return null;
    }

    private static void WriteJson(string path, string agreement, CarriedAgreement carried, TextWriter output) => JsonOutput.Write(
        new JsonObject
        {
            ["file"] = path,
            ["agreement"] = agreement,
            ["targets"] = carried.Targets.Count(target => target.Uncarried is null),
            ["notCarriedOver"] = carried.Uncarried,
        },
        output);

    private static void Say(string path, CarriedAgreement carried, TextWriter output)
    {
        output.WriteLine($"{path} is written: {carried.Targets.Count(target => target.Uncarried is null)} targets. Next:");
        if (carried.Uncarried > 0)
        {
            output.WriteLine(
                $"  - Read what is marked 'not carried over' ({carried.Uncarried} lines), and write by hand what is missing.");
        }

        output.WriteLine("  - Say whom a policy tells: your addresses for that at example.com.");
        output.WriteLine($"  - sla check {path}");
    }
}
