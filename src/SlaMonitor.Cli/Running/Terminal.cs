using Spectre.Console;

namespace SlaMonitor.Cli.Running;

/// <summary>What tables and colours are written to.</summary>
internal static class Terminal
{
    /// <summary>How wide a table may be where nobody says how wide the paper is.</summary>
    private const int WidthOfFiles = 140;

    /// <summary>
    /// The console that writes to an output. Colour and the width of the window are for a terminal alone; a file or a pipe, and whoever
    /// has set <c>NO_COLOR</c>, gets plain text.
    /// </summary>
    public static IAnsiConsole For(TextWriter output, Surroundings surroundings)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var isPlain = !isTerminal || !string.IsNullOrEmpty(surroundings.Variable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal) console.Profile.Width = WidthOfFiles;
        return console;
    }

    /// <summary>How headings look.</summary>
    public static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <summary>Writes a line. In a file or a pipe it is never folded: editors and scripts read it whole.</summary>
    public static void Line(IAnsiConsole console, string text, Style? style = null)
    {
        if (console.Profile.Capabilities.Ansi) console.Write(new Text(text + "\n", style ?? Style.Plain) { Overflow = Overflow.Fold });
        else console.Profile.Out.Writer.WriteLine(text);
    }

    /// <summary>A table whose columns are separated by space alone, so that it can be copied.</summary>
    public static Table Table(IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var column in columns)
        {
            var heading = new Text(column, Bold);
            table.AddColumn(new TableColumn(heading) { Padding = new Padding(0, 0, 2, 0) });
        }

        return table;
    }
}
