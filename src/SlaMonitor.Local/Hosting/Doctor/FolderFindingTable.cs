using SlaMonitor.Mails.Composition;

namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>Findings as lines of plain text, as those of <c>sla doctor --azure</c>: what was seen, and below it what to do.</summary>
internal static class FolderFindingTable
{
    private const int LongestText = 1000;
    private const int NameWidth = 20;
    private const int ResultWidth = 9;

    public static void Write(TextWriter output, IReadOnlyList<FolderFinding> findings)
    {
        Line(output, "check", "result", "what was seen");
        foreach (var finding in findings)
        {
            Line(output, finding.Name, finding.IsGood ? "ok" : "failed", HarmlessText.Of(finding.Seen, LongestText));
            if (finding.Cure is { } cure) Line(output, "", "", $"to do: {HarmlessText.Of(cure, LongestText)}");
        }

        output.WriteLine($"\n{findings.Count(finding => finding.IsGood)} ok, {findings.Count(finding => !finding.IsGood)} failed");
    }

    private static void Line(TextWriter output, string name, string result, string text) =>
        output.WriteLine($"{name.PadRight(NameWidth)}{result.PadRight(ResultWidth)}{text}");
}
