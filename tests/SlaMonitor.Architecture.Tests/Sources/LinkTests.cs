using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Sources;

/// <summary>A link in a document leads somewhere, also after a file has moved.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Link_ToAFileOfTheRepository_LeadsThere()
    {
        var links = (from file in Repository.Files(".", "*.md")
                     from match in Link().Matches(Repository.Read(file))
                     let path = match.Groups["path"].Value
                     where !path.Contains(':', StringComparison.Ordinal)
                     select (file, path)).ToList();

        Assert.NotEmpty(links);
        Assert.DoesNotContain(links, link => !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(link.file)!, link.path)));
    }

    [GeneratedRegex(@"\]\((?<path>[^)\s#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
