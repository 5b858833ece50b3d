namespace SlaMonitor.Mails.Board;

/// <summary>The files that the board's pages need: one style sheet and one script, both ours.</summary>
public static class BoardFiles
{
    /// <summary>The style sheet.</summary>
    public const string Style = "board.css";

    /// <summary>The script: it counts down, and brings a part of the page up to date. Pages work without it.</summary>
    public const string Script = "board.js";

    private static readonly Dictionary<string, BoardFile> All = new(StringComparer.Ordinal)
    {
        [Style] = BoardFile.Of("text/css", Read(Style)),
        [Script] = BoardFile.Of("text/javascript", Read(Script)),
    };

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>A file, or <c>null</c> where there is none of that name.</summary>
    public static BoardFile? Find(string name) => All.GetValueOrDefault(name);

    private static string Read(string name)
    {
        using var stream = typeof(BoardFiles).Assembly.GetManifestResourceStream($"{typeof(BoardFiles).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The file {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
