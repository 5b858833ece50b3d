using System.Globalization;

namespace SlaMonitor.Architecture.Tests.Sources;

/// <summary>A line is read without scrolling. The limit is that of <c>.editorconfig</c>, so that editors show the same one.</summary>
public sealed class LineTests
{
    private const string Key = "max_line_length";

    [Fact]
    public void SourceLine_Length_IsWithinTheLimitOfEditorConfig()
    {
        var limit = LimitIn(Repository.Read(".editorconfig"));
        var files = Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs")).ToList();
        Assert.NotEmpty(files);

        var tooLong = files.SelectMany(file => TooLong(file, Repository.Read(file), limit)).ToList();

        Assert.True(
            tooLong.Count == 0,
            $"{tooLong.Count} lines have more than {limit} characters ({Key} in .editorconfig). Break them (file:line:length):\n"
            + string.Join('\n', tooLong));
    }

    [Theory]
    [InlineData("abc\nabcd\n", "a.cs:2:4")]
    [InlineData("abcde\r\nabc\r\n", "a.cs:1:5")]
    [InlineData("abc\r\nabc", null)]
    public void TooLong_Text_NamesFileLineAndLength(string text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], TooLong("a.cs", text, limit: 3));

    [Fact]
    public void LimitIn_SeveralSections_IsThatOfCSharp() =>
        Assert.Equal(140, LimitIn("[*]\nmax_line_length = 80\n[*.cs]\nmax_line_length = 140\n[*.md]\nmax_line_length = 90"));

    private static IEnumerable<string> TooLong(string file, string text, int limit) =>
        text.Split('\n')
            .Select((line, index) => (Number: index + 1, line.TrimEnd('\r').Length))
            .Where(line => line.Length > limit)
            .Select(line => $"{file}:{line.Number}:{line.Length}");

    private static int LimitIn(string editorConfig)
    {
        var ofCSharp = editorConfig.Split('\n')
            .Select(line => line.Trim())
            .SkipWhile(line => line != "[*.cs]")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('['));
        var setting = Assert.Single(ofCSharp, line => line.StartsWith(Key, StringComparison.Ordinal));
        return int.Parse(setting.Split('=')[1], CultureInfo.InvariantCulture);
    }
}
