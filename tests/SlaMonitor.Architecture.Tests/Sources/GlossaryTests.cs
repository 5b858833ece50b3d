using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Sources;

/// <summary>One word for one thing, one thing for one word: <c>docs/glossary.md</c> says which, and the code keeps to it.</summary>
public sealed partial class GlossaryTests
{
    /// <summary>A name that every folder has one of, or that two hosts have each for themselves.</summary>
    private static readonly string[] OneForEachFolder = ["Log", "HostPorts"];

    /// <summary>A helpdesk's folder speaks of what that helpdesk calls an issue, a ticket, a comment.</summary>
    private static readonly HashSet<string> HelpdeskFolders =
        [.. Webhooks.Helpdesks.All.Select(kind => kind.GetType().Namespace!)];

    private static readonly IReadOnlyList<Type> Declared =
    [
        .. Assemblies.All.SelectMany(assembly => assembly.GetTypes())
            .Where(type =>
                !type.IsNested
                && !type.Name.StartsWith('<')
                && type.Namespace?.StartsWith("SlaMonitor.", StringComparison.Ordinal) == true),
    ];

    private static IReadOnlyList<Match> Rows =>
        [.. Row().Matches(Repository.Read("docs/glossary.md")).Where(row => row.Groups["word"].Value != "word")];

    [Fact]
    public void Glossary_TypesThatItNames_AreThere()
    {
        var named = Rows.SelectMany(row => Code().Matches(row.Groups["code"].Value))
            .Select(code => code.Groups["name"].Value)
            .Distinct()
            .ToList();

        Assert.True(named.Count > 20, "The page has lost its table, or its form has changed.");
        Assert.Empty(named.Except(Declared.Select(NameOf)));
    }

    [Fact]
    public void Glossary_WordsOfOneThing_NameNoOther()
    {
        var banned = Rows.SelectMany(
            row => row.Groups["not"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(Pascal).ToList();
        var used = from type in Declared
                   where !HelpdeskFolders.Contains(type.Namespace!)
                   from word in banned
                   where Regex.IsMatch(NameOf(type), $"{word}(?![a-z])")
                   select $"{type.FullName}: {word}";

        Assert.NotEmpty(banned);
        Assert.Empty(used);
    }

    [Fact]
    public void Type_Name_StandsForOneThing()
    {
        var twice = Declared.Where(type => !OneForEachFolder.Contains(type.Name) && !HelpdeskFolders.Contains(type.Namespace!))
            .GroupBy(NameOf).Where(same => same.Count() > 1)
            .Select(same => string.Join(" and ", same.Select(type => type.FullName)));

        Assert.Empty(twice);
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static string Pascal(string words) =>
        string.Concat(words.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"^\| (?<word>[^|]+?) \| (?<meaning>[^|]+?) \| (?<code>[^|]*?) ?\| (?<not>[^|]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>\\w+)`")]
    private static partial Regex Code();
}
