using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Sources;

/// <summary>The Chinese README is the first steps of the English one: what is typed is the same, and stays the same.</summary>
public sealed partial class ReadmeTests
{
    private const string English = "README.md";
    private const string Chinese = "README.zh-CN.md";

    [Theory]
    [InlineData("The first five minutes", "前五分钟")]
    [InlineData("Install", "安装")]
    public void Commands_OfTheChineseReadme_AreThoseOfTheEnglishOne(string english, string chinese)
    {
        var commands = Commands(Section(English, english));

        Assert.NotEmpty(commands);
        Assert.Equal(commands, Commands(Section(Chinese, chinese)));
    }

    [Fact]
    public void Readmes_LeadToEachOther()
    {
        Assert.Contains($"({Chinese})", Repository.Read(English), StringComparison.Ordinal);
        Assert.Contains($"({English})", Repository.Read(Chinese), StringComparison.Ordinal);
    }

    private static string Section(string file, string heading)
    {
        var text = Repository.Read(file).ReplaceLineEndings("\n");
        var begin = text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(begin >= 0, $"{file} has no section '{heading}'.");
        var end = text.IndexOf("\n## ", begin + 4, StringComparison.Ordinal);
        return text[begin..(end < 0 ? text.Length : end)];
    }

    private static List<string> Commands(string section) => [.. Command().Matches(section).Select(block => block.Groups["text"].Value)];

    [GeneratedRegex("^```sh\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Command();
}
