using System.Text.Json.Nodes;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Doctor.Findings;

/// <summary>Findings as one JSON document.</summary>
internal static class FindingJson
{
    public static void Write(IEnumerable<(string Name, Finding Finding)> findings, TextWriter output) => JsonOutput.Write(
        new JsonObject
        {
            ["checks"] = new JsonArray([.. findings.Select(found => new JsonObject
            {
                ["check"] = found.Name,
                ["result"] = FindingTable.WordOf(found.Finding.Result),
                ["seen"] = found.Finding.Seen,
                ["toDo"] = found.Finding.Cure,
            })]),
        },
        output);
}
