using System.Text.Json.Nodes;
using NodaTime;
using SlaMonitor.Agreements;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Cli.Running;
using SlaMonitor.Mails.Summaries;

namespace SlaMonitor.Cli.Checking;

/// <summary>Problems and summaries as one JSON document.</summary>
internal static class CheckJson
{
    public static void Write(AgreementLoad load, string language, Instant now, TextWriter output) => JsonOutput.Write(
        new JsonObject
        {
            ["usable"] = load.Book is not null,
            ["problems"] = new JsonArray([.. load.Problems.Select(Of)]),
            ["agreements"] = new JsonArray([.. CheckedAgreements.Summaries(load, now, language).Select(Of)]),
        },
        output);

    private static JsonObject Of(AgreementProblem problem) => new()
    {
        ["file"] = problem.Place.File,
        ["line"] = problem.Place.Line,
        ["column"] = problem.Place.Column,
        ["severity"] = problem.Severity == ProblemSeverity.Error ? "error" : "warning",
        ["message"] = problem.Message,
    };

    private static JsonObject Of(AgreementSummary summary) => new()
    {
        ["agreement"] = summary.Agreement,
        ["version"] = summary.Version,
        ["title"] = summary.Title,
        ["standing"] = Texts(summary.Standing),
        ["promises"] = new JsonArray([.. summary.Promises.Select(promise => new JsonObject
        {
            ["target"] = promise.Target,
            ["tickets"] = promise.Tickets,
            ["promise"] = promise.Metric,
            ["within"] = promise.Within,
            ["calendar"] = promise.Calendar,
        })]),
        ["calendars"] = Texts(summary.Calendars),
        ["onCall"] = Texts(summary.OnCall),
        ["escalation"] = Texts(summary.Escalations),
    };

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
