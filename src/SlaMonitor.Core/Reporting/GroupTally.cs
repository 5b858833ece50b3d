using System.Runtime.InteropServices;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;

namespace SlaMonitor.Core.Reporting;

/// <summary>Counts promises by what their tickets belong to.</summary>
internal sealed class GroupTally
{
    /// <summary>Stands for what the helpdesk did not say: a dictionary has no key for it. No name is empty.</summary>
    private const string NotSaid = "";

    private static readonly ReportDimension[] Dimensions = Enum.GetValues<ReportDimension>();

    private readonly Dictionary<string, PromiseCounts>[] _groups =
        [.. Dimensions.Select(_ => new Dictionary<string, PromiseCounts>(StringComparer.Ordinal))];

    public void Add(OutcomeFacts facts, PromiseCounts counts)
    {
        foreach (var dimension in Dimensions)
        {
            var group = ReportGroup.Of(facts, dimension) ?? NotSaid;
            CollectionsMarshal.GetValueRefOrAddDefault(_groups[(int)dimension], group, out _) += counts;
        }
    }

    public IReadOnlyDictionary<ReportDimension, IReadOnlyList<GroupFigures>> ToFigures() => Dimensions.ToDictionary(
        dimension => dimension,
        IReadOnlyList<GroupFigures> (dimension) =>
        [
            .. _groups[(int)dimension]
                .OrderByDescending(group => group.Value.Breached).ThenByDescending(group => group.Value.Decided)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new GroupFigures(group.Key.Length == 0 ? null : group.Key, group.Value)),
        ]);
}
