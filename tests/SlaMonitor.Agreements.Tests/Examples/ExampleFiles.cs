using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements.Tests.Examples;

/// <summary>The agreements in <c>docs/examples/agreements</c>.</summary>
internal static class ExampleFiles
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "docs", "examples", "agreements");

    /// <summary>Their names, without folder and extension.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
    ];

    /// <summary>What <c>sla new</c> begins from, in two languages each: <c>starting-points/minimal.zh-CN</c>.</summary>
    public static IReadOnlyList<string> StartingPoints { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "starting-points"), "*.yaml")
            .Select(path => $"starting-points/{Path.GetFileNameWithoutExtension(path)}").Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string name) => Path.Combine(Folder, $"{name}.yaml");

    public static AgreementLoad Load(string name) => AgreementLoader.LoadFiles([PathOf(name)]);

    /// <summary>The documents of an example as they are written, before amendments are merged.</summary>
    public static IReadOnlyList<FileNode> Documents(string name)
    {
        var problems = new Problems();
        var documents = YamlTree.Read(name, File.ReadAllText(PathOf(name)), problems);
        Assert.False(problems.HasErrors);
        return documents;
    }
}
