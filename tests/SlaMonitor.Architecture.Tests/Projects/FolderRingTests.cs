using ArchUnitNET.Domain.Extensions;

namespace SlaMonitor.Architecture.Tests.Projects;

/// <summary>
/// No ring between the folders of a project: a reader who follows the arrows comes to an end, and a folder can be taken out with what lies
/// below it. A folder and its own sub-folder are two; a namespace is a folder (<see cref="Sources.NamespaceTests"/>).
/// </summary>
public sealed class FolderRingTests
{
    public static TheoryData<string> Projects => [.. Assemblies.All.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfAProject_MakeNoRing(string project)
    {
        var arrows = ArrowsOf(project);

        var rings = RingsOf(arrows).ToList();

        Assert.NotEmpty(arrows);
        Assert.True(rings.Count == 0, $"{project} has {string.Join("\n", rings)}");
    }

    [Fact]
    public void Ring_ThatIsThere_IsNamedWithTheTypesThatMakeIt()
    {
        Arrow[] arrows = [new("A", "B", "x -> y"), new("B", "B.C", "y -> z"), new("B.C", "A", "z -> x"), new("A", "D", "x -> w")];
        var ring = Assert.Single(RingsOf(arrows));

        Assert.Equal("a ring of A, B, B.C:\n  A -> B: x -> y\n  B -> B.C: y -> z\n  B.C -> A: z -> x", ring);
    }

    private static List<Arrow> ArrowsOf(string project)
    {
        var types = FolderArrowTests.Code.Types
            .Where(type => type.Assembly.Name.Split(',')[0] == project && type.Namespace.FullName.Length > 0).ToList();
        var own = types.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        return [.. from type in types
                   from target in type.GetTypeDependencies().Distinct()
                   where own.Contains(target.FullName) && target.Namespace.FullName != type.Namespace.FullName
                   select new Arrow(type.Namespace.FullName, target.Namespace.FullName, $"{type.Name} -> {target.Name}")];
    }

    /// <summary>Each set of folders of which every one leads to every other, with the arrows among them.</summary>
    private static IEnumerable<string> RingsOf(IReadOnlyList<Arrow> arrows)
    {
        var reached = arrows.Select(arrow => arrow.From).Distinct()
            .ToDictionary(folder => folder, folder => Reach(folder, arrows), StringComparer.Ordinal);
        return reached.Keys.Where(folder => reached[folder].Contains(folder))
            .GroupBy(folder => string.Join(", ", reached[folder].Where(other => LeadsBack(other, folder)).Order(StringComparer.Ordinal)))
            .Select(ring => $"a ring of {ring.Key}:\n" + string.Join('\n', arrows
                .Where(arrow => ring.Contains(arrow.From) && ring.Contains(arrow.To))
                .GroupBy(arrow => $"  {arrow.From} -> {arrow.To}: ", arrow => arrow.Types)
                .Select(types => types.Key + string.Join("; ", types.Distinct()))));

        bool LeadsBack(string other, string folder) => reached.TryGetValue(other, out var back) && back.Contains(folder);
    }

    private static HashSet<string> Reach(string from, IReadOnlyList<Arrow> arrows)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var folder))
        {
            foreach (var arrow in arrows.Where(arrow => arrow.From == folder && reached.Add(arrow.To))) open.Enqueue(arrow.To);
        }

        return reached;
    }

    private sealed record Arrow(string From, string To, string Types);
}
