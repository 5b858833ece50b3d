using YamlDotNet.RepresentationModel;

namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>A workflow of <c>.github/workflows</c>, as far as the tests look into it.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode _root;

    private Workflow(string file)
    {
        (File, Text) = (file, Repository.Read(file));
        var stream = new YamlStream();
        stream.Load(new StringReader(Text));
        _root = (YamlMappingNode)stream.Documents[0].RootNode;
    }

    public static IReadOnlyList<Workflow> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github/workflows"), "*.yml").Order(StringComparer.Ordinal)
            .Select(file => new Workflow(Path.GetRelativePath(Repository.Root, file)))];

    public string File { get; }

    public string Text { get; }

    /// <summary>What every job may that does not say otherwise.</summary>
    public IReadOnlyDictionary<string, string> Permissions => Pairs(Of(_root, "permissions"));

    public IReadOnlyDictionary<string, string> Concurrency => Pairs(Of(_root, "concurrency"));

    public IEnumerable<Job> Jobs =>
        ((YamlMappingNode)Of(_root, "jobs")!).Children.Select(job => new Job(job.Key.ToString(), (YamlMappingNode)job.Value));

    private static YamlNode? Of(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static Dictionary<string, string> Pairs(YamlNode? node) =>
        node is YamlMappingNode mapping
            ? mapping.Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString(), StringComparer.Ordinal)
            : [];

    /// <summary>One job of it.</summary>
    internal sealed class Job(string name, YamlMappingNode node)
    {
        public string Name => name;

        public IReadOnlyDictionary<string, string>? Permissions => Of(node, "permissions") is { } given ? Pairs(given) : null;

        public string? Environment =>
            Of(node, "environment") is YamlMappingNode named ? Of(named, "name")?.ToString() : Of(node, "environment")?.ToString();

        public bool HasTimeout => Of(node, "timeout-minutes") is not null;

        public IEnumerable<string> Needs => Of(node, "needs") is YamlSequenceNode needed ? needed.Select(other => other.ToString()) : [];

        public IEnumerable<string> Commands => Steps.Select(step => Of(step, "run")?.ToString()).OfType<string>();

        /// <summary>The actions, each with its parameters.</summary>
        public IEnumerable<(string Action, Dictionary<string, string> With)> Actions =>
            Steps.Where(step => Of(step, "uses") is not null).Select(step => (Of(step, "uses")!.ToString(), Pairs(Of(step, "with"))));

        private IEnumerable<YamlMappingNode> Steps => ((YamlSequenceNode)Of(node, "steps")!).Cast<YamlMappingNode>();
    }
}
