using SlaMonitor.Mails.Composition;

namespace SlaMonitor.Cli.Doctor.Findings;

/// <summary>
/// Findings as lines of plain text. What servers said goes there without control characters, which a terminal would obey.
/// </summary>
internal sealed class FindingTable
{
    private const int LongestText = 1000;
    private const int ResultWidth = 9;

    private readonly TextWriter _output;
    private readonly int _nameWidth;

    /// <summary>Begins a table of these checks.</summary>
    public FindingTable(TextWriter output, IReadOnlyList<string> names)
    {
        _output = output;
        _nameWidth = names.Max(name => name.Length) + 2;
        Line("check", "result", "what was seen");
    }

    /// <summary>Writes a finding: what was seen, and below it what to do.</summary>
    public void Write(string name, Finding finding)
    {
        Line(name, WordOf(finding.Result), HarmlessText.Of(finding.Seen, LongestText));
        if (finding.Cure is { } cure) Line("", "", $"to do: {HarmlessText.Of(cure, LongestText)}");
    }

    /// <summary>Writes how many there were of each result.</summary>
    public void WriteSum(IReadOnlyList<CheckResult> results)
    {
        var counts = Enum.GetValues<CheckResult>().Select(result => $"{results.Count(one => one == result)} {WordOf(result)}");
        _output.WriteLine($"\n{string.Join(", ", counts)}");
    }

    /// <summary>What a result is called.</summary>
    public static string WordOf(CheckResult result) => result.ToString().ToLowerInvariant();

    private void Line(string name, string result, string text) =>
        _output.WriteLine($"{name.PadRight(_nameWidth)}{result.PadRight(ResultWidth)}{text}");
}
