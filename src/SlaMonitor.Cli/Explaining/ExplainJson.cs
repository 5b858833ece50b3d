using System.Text.Json.Nodes;
using SlaMonitor.Cli.Running;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Reports.Data;

namespace SlaMonitor.Cli.Explaining;

/// <summary>A ticket's clocks as one JSON document, with the names that the API gives them.</summary>
internal static class ExplainJson
{
    public static void Write(TicketAssessment assessment, IReadOnlyList<ClockExplanation> explanations, TextWriter output) =>
        JsonOutput.Write(
            new JsonObject
            {
                ["id"] = assessment.Ticket.Id,
                ["title"] = assessment.Ticket.Title,
                ["agreement"] = assessment.Governing?.Id,
                ["agreementVersion"] = assessment.Governing?.Version,
                ["reason"] = assessment.Governance.Reason,
                ["clocks"] = new JsonArray([.. explanations.Select(Of)]),
            },
            output);

    private static JsonObject Of(ClockExplanation explanation) => new()
    {
        ["clock"] = explanation.Clock.Id.ToString(),
        ["target"] = explanation.Clock.Target.Id,
        ["cycle"] = explanation.Clock.Cycle,
        ["state"] = ReportNames.Of(explanation.State),
        ["startedAt"] = explanation.Clock.StartedAt.ToString(),
        ["dueAt"] = explanation.Clock.DueAt?.ToString(),
        ["computedDueAt"] = explanation.Clock.AgreedDue is null ? null : explanation.Clock.ComputedDueAt?.ToString(),
        ["endedAt"] = explanation.EndedAt?.ToString(),
        ["provisional"] = explanation.Clock.IsProvisional,
        ["elapsedSeconds"] = explanation.Elapsed.TotalSeconds,
        ["remainingSeconds"] = explanation.Remaining.TotalSeconds,
        ["counted"] = new JsonArray([.. explanation.Counted.Select(span => new JsonObject
        {
            ["from"] = span.From.ToString(),
            ["to"] = span.To.ToString(),
        })]),
        ["explanation"] = ExplanationText.Of(explanation),
    };
}
