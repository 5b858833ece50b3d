using System.Text.Json.Nodes;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Checking;

/// <summary>Problems as SARIF 2.1.0 (OASIS), which code scanning and editors take.</summary>
internal static class SarifLog
{
    private const string Rule = "agreement";

    public static void Write(IReadOnlyList<AgreementProblem> problems, TextWriter output) => JsonOutput.Write(
        new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "sla check",
                        ["rules"] = new JsonArray(new JsonObject
                        {
                            ["id"] = Rule,
                            ["shortDescription"] = new JsonObject { ["text"] = "An agreement file can be used as it is written." },
                        }),
                    },
                },
                ["columnKind"] = "unicodeCodePoints",
                ["results"] = new JsonArray([.. problems.Select(Result)]),
            }),
        },
        output);

    private static JsonObject Result(AgreementProblem problem) => new()
    {
        ["ruleId"] = Rule,
        ["level"] = problem.Severity == ProblemSeverity.Error ? "error" : "warning",
        ["message"] = new JsonObject { ["text"] = problem.Message },
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = AddressOf(problem.Place.File) },
                ["region"] = new JsonObject { ["startLine"] = problem.Place.Line, ["startColumn"] = problem.Place.Column },
            },
        }),
    };

    /// <summary>A path as an address: relative ones stay so, since code scanning reads them from the root of the repository.</summary>
    private static string AddressOf(string path) => Path.IsPathFullyQualified(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString));
}
