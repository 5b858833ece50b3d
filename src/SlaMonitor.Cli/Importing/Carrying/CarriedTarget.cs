using SlaMonitor.Cli.Running;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Cli.Importing.Carrying;

/// <summary>A target, as an export has it.</summary>
/// <param name="Id">Its id in the agreement.</param>
/// <param name="Metric">Its metric, built in or one of the agreement's own.</param>
/// <param name="When">For which tickets.</param>
/// <param name="Seconds">Its budget.</param>
/// <param name="Calendar">The name of its calendar.</param>
internal sealed record CarriedTarget(string Id, string Metric, CarriedCondition When, long Seconds, string Calendar)
{
    /// <summary>What the target says of pauses; <c>null</c>: nothing.</summary>
    public bool? Pauses { get; init; }

    /// <summary>Why it cannot be carried over: it is written as a comment then, since it would promise something else.</summary>
    public string? Uncarried { get; init; }

    /// <summary>What is said above it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Its lines in the list of targets.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var note in Notes) yield return $"  {YamlText.Comment(note)}";
        if (Uncarried is not null) yield return $"  {YamlText.Comment(CarriedAgreement.NotCarried(Uncarried))}";

        var when = When.IsEvery ? "" : $", when: {CarriedConditionText.Of(When)}";
        var pauses = Pauses is { } said ? $", pauses: {(said ? "true" : "false")}" : "";
        yield return $"  {(Uncarried is null ? "" : "# ")}- {{ id: {Id}, metric: {Metric}{when}, "
            + $"within: {WrittenDuration.Of(BusinessDuration.FromSeconds(Seconds))}, calendar: {Calendar}{pauses} }}";
    }
}
