using SlaMonitor.Core.Tickets;
using SlaMonitor.Functions.Api;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Http;

/// <summary>The parameter by which lists are narrowed to a priority.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PriorityQueryAttribute : ParametersAttribute
{
    /// <summary>The parameter's name.</summary>
    public const string Name = "priority";

    /// <summary>Every priority, as addresses name it.</summary>
    public static IReadOnlyList<string> Values { get; } = [.. Enum.GetValues<TicketPriority>().Select(StoredName.Of)];

    public override IReadOnlyList<QueryParameter> Parameters => [new(Name, "Only tickets of this priority.") { Values = Values }];
}
