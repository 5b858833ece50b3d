using System.Text.Json;

namespace SlaMonitor.Cli.Doctor.Findings;

/// <summary>Looks at one thing after the other, and shows each finding as soon as it is there.</summary>
internal sealed class Examination(IReadOnlyList<ICheck> checks)
{
    /// <summary>Runs every check, whatever becomes of the others.</summary>
    /// <param name="output">Where the findings go.</param>
    /// <param name="json">Whether as one document, when all of them are there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether none failed.</returns>
    public async Task<bool> RunAsync(TextWriter output, bool json, CancellationToken cancellationToken)
    {
        var table = json ? null : new FindingTable(output, [.. checks.Select(check => check.Name)]);
        var findings = new List<(string Name, Finding Finding)>();
        foreach (var check in checks)
        {
            var finding = await LookAsync(check, cancellationToken);
            table?.Write(check.Name, finding);
            findings.Add((check.Name, finding));
        }

        table?.WriteSum([.. findings.Select(found => found.Finding.Result)]);
        if (json) FindingJson.Write(findings, output);
        return findings.TrueForAll(found => found.Finding.Result != CheckResult.Failed);
    }

    private static async Task<Finding> LookAsync(ICheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.LookAsync(cancellationToken);
        }
        catch (CheckException e)
        {
            return Finding.Failed(e.Message, e.Cure);
        }
        catch (HttpRequestException e)
        {
            return Finding.Failed($"no answer: {e.Message}", "is the address right, and the network open?");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Failed("no answer in time", "run it again; an app that sleeps may take a minute for its first answer");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Finding.Failed($"the answer is not understood: {e.Message}", "is the address right, and are az and sla up to date?");
        }
    }
}
