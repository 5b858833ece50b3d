namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>What a rebuild brought back of a database.</summary>
/// <param name="Lost">The tables of which not everything could be read.</param>
internal sealed record Outcome(IReadOnlyList<string> Lost)
{
    private const string Twice =
        "of some notifications nobody knows any more that they were sent, and whoever was told may be told again";

    private static readonly Dictionary<string, string> Meaning = new(StringComparer.Ordinal)
    {
        ["events"] = "events in damaged pages are gone: the helpdesk has to send them again",
        ["tickets"] =
            "which steps were fired of some tickets is gone: they are fired again, and the claims keep those from being told twice",
        ["notifications"] = Twice,
        ["mails"] = "a bounce of a lost mail is taken for another one",
        ["message"] = "mails that waited in damaged pages, and dead letters there, are gone: their steps are fired again",
        ["timer"] = "when the timers ran is gone: they run at the next start",
    };

    /// <summary>How many tickets there are.</summary>
    public int Tickets { get; init; }

    /// <summary>How many of their states were made anew.</summary>
    public int States { get; init; }

    /// <summary>Whether nothing was lost that anybody needs.</summary>
    public bool IsWhole => !Lost.Any(Meaning.ContainsKey);

    /// <summary>Says it.</summary>
    public static FolderFinding Of(string name, Outcome? outcome, string aside)
    {
        if (outcome is null)
        {
            return FolderFinding.Bad(
                $"rebuilt {name}",
                $"is no database: it was moved to {aside}, and an empty one is in its place. " + name switch
                {
                    DataFiles.Monitor => $"All events and tickets are gone, and {Twice}",
                    DataFiles.Queues => "Mails that waited are gone: their steps are fired again. Dead letters are gone",
                    _ => "When the timers ran is gone: they run at the next start",
                },
                name == DataFiles.Monitor ? FolderFinding.Restore : "nothing, or " + FolderFinding.Restore);
        }

        var seen = name == DataFiles.Monitor
            ? $"{outcome.Tickets} ticket(s), {outcome.States} of them with a state made anew that the next start works out"
            : "made anew from what can be read";
        return outcome.IsWhole
            ? FolderFinding.Good($"rebuilt {name}", seen)
            : FolderFinding.Bad(
                $"rebuilt {name}",
                $"{seen}; {string.Join("; ", outcome.Lost.Select(table => Meaning.GetValueOrDefault(table)).OfType<string>())}",
                FolderFinding.Restore);
    }
}
