using System.CommandLine;

namespace SlaMonitor.Cli.Histories;

/// <summary>The options that say which history it is.</summary>
internal sealed class HistoryOptions
{
    /// <param name="isRequired">Whether the command works on nothing else.</param>
    public HistoryOptions(bool isRequired)
    {
        Events = new Option<string[]>("--events")
        {
            HelpName = "FILE",
            Description = "The history: events in JSON Lines, a CSV with --mapping, or the export of a helpdesk; in any order.",
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
            Required = isRequired,
        };
        Format.AcceptOnlyFromAmong([.. HistoryFormat.All]);
    }

    public Option<string[]> Events { get; }

    public Option<string?> Format { get; } = new("--format")
    {
        HelpName = string.Join('|', HistoryFormat.All),
        Description = "What the history is. Without it, what it looks like.",
    };

    public Option<string?> Mapping { get; } = new("--mapping")
    {
        HelpName = "FILE",
        Description = "What the columns of a CSV are, and what words mean: YAML.",
    };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [Events, Format, Mapping];

    /// <summary>What the command line says; <c>null</c> where it names no history.</summary>
    public HistorySource? Of(ParseResult parsed) => parsed.GetValue(Events) is { Length: > 0 } files
        ? new HistorySource(files, parsed.GetValue(Format), parsed.GetValue(Mapping))
        : null;
}
