using System.Globalization;
using System.Text;

namespace SlaMonitor.Architecture.Tests.Sources;

/// <summary>
/// A line is read without scrolling. The limit is that of <c>.editorconfig</c>, so that editors show the same one. It is counted in the
/// columns of a screen, where a Chinese character takes two.
/// </summary>
public sealed class LineTests
{
    private const string Key = "max_line_length";

    /// <summary>First and last of the characters that take two columns: East Asian Wide and Fullwidth, as Unicode calls them.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), // Korean letters
        (0x2E80, 0x303E), // Chinese radicals, and the marks 、 。 「 」
        (0x3041, 0xA4CF), // Japanese, Chinese, Yi
        (0xA960, 0xA97F), // Korean letters
        (0xAC00, 0xD7A3), // Korean syllables
        (0xF900, 0xFAFF), // Chinese characters for compatibility
        (0xFE30, 0xFE6F), // their marks
        (0xFF00, 0xFF60), // the marks ， ： （ ） ； and wide letters
        (0xFFE0, 0xFFE6), // wide signs of currencies
        (0x1F300, 0x1F64F), // pictures
        (0x1F900, 0x1F9FF), // pictures
        (0x20000, 0x3FFFD), // rare Chinese characters
    ];

    [Fact]
    public void SourceLine_Length_IsWithinTheLimitOfEditorConfig()
    {
        var limit = LimitIn(Repository.Read(".editorconfig"));
        var files = Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs")).ToList();
        Assert.NotEmpty(files);

        var tooLong = files.SelectMany(file => TooLong(file, Repository.Read(file), limit)).ToList();

        Assert.True(
            tooLong.Count == 0,
            $"{tooLong.Count} lines have more than {limit} columns ({Key} in .editorconfig). Break them (file:line:columns):\n"
            + string.Join('\n', tooLong));
    }

    [Theory]
    [InlineData("abc\nabcd\n", "a.cs:2:4")]
    [InlineData("abcde\r\nabc\r\n", "a.cs:1:5")]
    [InlineData("abc\r\nabc", null)]
    [InlineData("a时\n", null)]
    [InlineData("ab\n时限\n", "a.cs:2:4")]
    [InlineData("ab，", "a.cs:1:4")]
    [InlineData("a–é“", "a.cs:1:4")]
    [InlineData("aé\u0301b", null)]
    [InlineData("\U00020000\U00020000", "a.cs:1:4")]
    public void TooLong_Text_NamesFileLineAndColumns(string text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], TooLong("a.cs", text, limit: 3));

    [Fact]
    public void LimitIn_SeveralSections_IsThatOfCSharp() =>
        Assert.Equal(140, LimitIn("[*]\nmax_line_length = 80\n[*.cs]\nmax_line_length = 140\n[*.md]\nmax_line_length = 90"));

    private static IEnumerable<string> TooLong(string file, string text, int limit) =>
        text.Split('\n')
            .Select((line, index) => (Number: index + 1, Columns: line.TrimEnd('\r').EnumerateRunes().Sum(Columns)))
            .Where(line => line.Columns > limit)
            .Select(line => $"{file}:{line.Number}:{line.Columns}");

    private static int Columns(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? 0
        : Wide.Any(range => range.First <= rune.Value && rune.Value <= range.Last) ? 2
        : 1;

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
