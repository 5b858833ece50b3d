using System.Xml.Linq;

namespace SlaMonitor.Architecture.Tests;

/// <summary>The repository that this was built from, as files.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", ".git", "TestResults", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every project under <c>src</c>, by name.</summary>
    public static IReadOnlyDictionary<string, XDocument> SourceProjects { get; } =
        Directory.EnumerateDirectories(Path.Combine(Root, "src"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), XDocument.Load, StringComparer.Ordinal);

    /// <summary>Files below a folder, without what builds leave there; paths from the root, with slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Below(Path.Combine(Root, folder), pattern)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static int LinesOf(string file) => File.ReadLines(Path.Combine(Root, file)).Count();

    public static IEnumerable<string> Includes(this XDocument project, string item) =>
        project.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(sub => !Generated.Contains(Path.GetFileName(sub)))
                .SelectMany(sub => Below(sub, pattern)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SlaMonitor.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests read the repository, and there is none above them.");
    }
}
