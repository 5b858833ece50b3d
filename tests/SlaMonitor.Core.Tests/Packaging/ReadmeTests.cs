using System.Text.RegularExpressions;

namespace SlaMonitor.Core.Tests.Packaging;

/// <summary>What the README of the package shows is compiled, and answers what it says.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Text("README.md");

    [Theory]
    [InlineData("calendar")]
    [InlineData("clock")]
    public void Sample_IsInTheReadme_AsItIsCompiled(string name)
    {
        var source = Text("ReadmeSamples.cs");
        var (begin, end) = ($"// <{name}>\n", $"// </{name}>");
        var from = source.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var lines = source[from..source.IndexOf(end, StringComparison.Ordinal)].TrimEnd().Split('\n');
        var sample = string.Join('\n', lines.Select(line => line.Length < 8 ? "" : line[8..]));

        Assert.Contains(sample, Blocks("csharp").ToList());
        Assert.Equal(2, Blocks("csharp").Count());
    }

    [Fact]
    public void Sample_Answers_WhatTheReadmeShows()
    {
        Assert.Equal(
            ["due 2026-04-06T08:00:00Z", "passed 7200 s", "open on the holiday: False"],
            ReadmeSamples.BusinessTime());
        var said = ReadmeSamples.Clocks().ToList();

        Assert.Equal("Running", said[0]);
        Assert.Equal(Assert.Single(Blocks("text")), said[1].ReplaceLineEndings("\n").TrimEnd());
    }

    private static IEnumerable<string> Blocks(string language) =>
        Block().Matches(Readme).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["text"].Value);

    private static string Text(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Packaging", file)).ReplaceLineEndings("\n");

    [GeneratedRegex("^```(?<language>\\w+)\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
