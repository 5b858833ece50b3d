using SlaMonitor.Core.Reporting;
using SlaMonitor.Functions.Api;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Http;

/// <summary>The parameters by which open promises are narrowed, the same in the list and on the board.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PromiseQueryAttribute : ParametersAttribute
{
    /// <summary>The states that a promise can be asked for by.</summary>
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<PromiseStanding>().Select(StoredName.Of)];

    public override IReadOnlyList<QueryParameter> Parameters =>
    [
        new(BoardParameters.Agreement, "Only what this agreement promises, by its id."),
        new(BoardParameters.Target, "Only what this target promises, by its id."),
        new(BoardParameters.Customer, "Only this customer's, whatever the case of the letters."),
        new(BoardParameters.Group, "Only this group's."),
        new(BoardParameters.Assignee, "Only what this agent has, or has taken."),
        new(BoardParameters.State, "Only what stands like this.") { Values = States },
    ];
}
