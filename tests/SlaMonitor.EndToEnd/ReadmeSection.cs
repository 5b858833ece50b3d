namespace SlaMonitor.EndToEnd;

/// <summary>A section of the README: its commands and what they answer.</summary>
internal static class ReadmeSection
{
    /// <summary>The blocks of a section in order, with their languages.</summary>
    public static IReadOnlyList<(string Language, string Text)> Blocks(string heading)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");
        var begin = text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(begin >= 0, $"The README has no section '{heading}'.");
        var end = text.IndexOf("\n## ", begin + 4, StringComparison.Ordinal);
        var blocks = new List<(string, string)>();
        string? language = null;
        var lines = new List<string>();
        foreach (var line in text[begin..end].Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (language is not null) blocks.Add((language, string.Join('\n', lines)));
                language = language is null ? line[3..] : null;
                lines.Clear();
            }
            else if (language is not null)
            {
                lines.Add(line);
            }
        }

        return blocks;
    }
}
