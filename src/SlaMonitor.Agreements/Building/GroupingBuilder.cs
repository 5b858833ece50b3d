using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds how mails are grouped over time.</summary>
internal static class GroupingBuilder
{
    /// <returns>What was written; <c>null</c> where nothing was, or nothing that is right.</returns>
    public static Grouping? Build(GroupingSection? section) => section?.Every is { } every ? new Grouping(every.Value.Length) : null;
}
