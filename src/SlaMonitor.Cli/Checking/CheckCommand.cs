using System.CommandLine;
using NodaTime;
using SlaMonitor.Agreements;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Checking;

/// <summary><c>sla check</c>: what is wrong with agreement files, and what they promise.</summary>
internal static class CheckCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var paths = new Argument<string[]>("FILE|FOLDER")
        {
            Description = "Agreement files, or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<ProblemFormat>("--format")
        {
            HelpName = "text|json|github|sarif",
            Description = "How it is written. github: annotations of a workflow. sarif: for code scanning.",
        };
        format.CompletionSources.Clear();
        format.CompletionSources.Add("text", "json", "github", "sarif");
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        var language = LanguageOption.Create("The language of the summary.");
        var at = InstantOption.Create("--at", "What comes next is counted from this moment. Without it, from now.");

        var merged = new Option<bool>("--merged") { Description = "Shows what each amendment comes to with the version that it amends." };

        var command = new Command("check", "Says what is wrong with agreement files, and what they promise.")
        {
            paths, format, json, language, at, merged,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(paths)!,
            parsed.GetValue(json) ? ProblemFormat.Json : parsed.GetValue(format),
            parsed.GetValue(language)!,
            parsed.GetValue(at) ?? Instant.FromDateTimeOffset(surroundings.Time.GetUtcNow()),
            parsed.GetValue(merged),
            parsed.InvocationConfiguration.Output,
            surroundings));
        return command;
    }

    private static int Run(
        string[] paths, ProblemFormat format, string language, Instant now, bool merged, TextWriter output, Surroundings surroundings)
    {
        var load = AgreementLoader.LoadAll(paths);
        switch (format)
        {
            case ProblemFormat.Json: CheckJson.Write(load, language, now, output); break;
            case ProblemFormat.GitHub: GitHubAnnotations.Write(load.Problems, output); break;
            case ProblemFormat.Sarif: SarifLog.Write(load.Problems, output); break;
            default: new CheckText(Terminal.For(output, surroundings), language, now, merged).Write(load); break;
        }

        return load.Book is null ? ExitCode.WrongInput : ExitCode.Good;
    }
}
