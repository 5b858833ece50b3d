using System.Reflection;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies;

/// <summary>A rule for what may be made in Azure. Its name says it.</summary>
internal abstract class Policy
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Policy> All { get; } =
        [.. from type in Assembly.GetExecutingAssembly().GetTypes()
            where type.IsSubclassOf(typeof(Policy)) && !type.IsAbstract
            orderby type.Name
            select (Policy)Activator.CreateInstance(type)!];

    public string Name => GetType().Name;

    /// <summary>What breaks the rule, a sentence each.</summary>
    public abstract IEnumerable<string> Findings(Snapshot snapshot);

    /// <summary>A sentence for each resource of a type that does not do as it should.</summary>
    protected static IEnumerable<string> Unless(Snapshot snapshot, string type, string should, Func<Resource, bool> does) =>
        snapshot.OfType(type).Where(resource => !does(resource)).Select(resource => $"{resource} {should}");
}
