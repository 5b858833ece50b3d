using System.Text;
using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Sources;

/// <summary>A link to a section leads to one, also after a heading was renamed.</summary>
public sealed partial class AnchorTests
{
    [Fact]
    public void Link_ToASection_LeadsToAHeadingOfThatName()
    {
        var links = (from file in Repository.Files(".", "*.md")
                     from match in Link().Matches(Repository.Read(file))
                     let path = match.Groups["path"].Value
                     where !path.Contains(':', StringComparison.Ordinal)
                     where path.Length == 0 || path.EndsWith(".md", StringComparison.Ordinal)
                     let to = path.Length == 0 ? file : Path.Combine(Path.GetDirectoryName(file)!, path)
                     select (file, to, anchor: match.Groups["anchor"].Value)).ToList();

        Assert.True(links.Count > 50, "The links are not found.");
        Assert.Empty(links.Where(link => !Anchors(link.to).Contains(link.anchor)).Select(link => $"{link.file}: {link.to}#{link.anchor}"));
    }

    [Theory]
    [InlineData("Is it so? `x: 1`, and “more”", "is-it-so-x-1-and-more")]
    [InlineData("A [link](a.md#b) – here", "a-link--here")]
    [InlineData("前五分钟", "前五分钟")]
    public void AnchorOf_Heading_IsWhatPagesCallIt(string heading, string anchor) => Assert.Equal(anchor, AnchorOf(heading));

    private static HashSet<string> Anchors(string file)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in Heading().Matches(Fence().Replace(Repository.Read(file).ReplaceLineEndings("\n"), string.Empty))
            .Select(match => AnchorOf(match.Groups["text"].Value)))
        {
            var anchor = heading;
            for (var again = 1; !anchors.Add(anchor); again++) anchor = $"{heading}-{again}";
        }

        return anchors;
    }

    /// <summary>Lower case, spaces as hyphens, and no marks.</summary>
    private static string AnchorOf(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var character in TextOfLink().Replace(heading, "${text}").Trim())
        {
            if (char.IsLetterOrDigit(character) || character is '-' or '_') anchor.Append(char.ToLowerInvariant(character));
            else if (character == ' ') anchor.Append('-');
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"\]\((?<path>[^)\s#]*)#(?<anchor>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex TextOfLink();
}
