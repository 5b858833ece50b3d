namespace SlaMonitor.Cli.Tests.Doctor;

/// <summary><c>sla doctor</c>, run once.</summary>
internal static class Consultation
{
    public static (int Exit, string Output, string Error) Run(FakeAzure azure, params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = SlaCommand.Run(["doctor", "--azure", .. options], output, error, azure.Surroundings);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>What the table says of one check, without its name.</summary>
    public static string RowOf(string output, string check)
    {
        var lines = output.Split('\n');
        var first = Array.FindIndex(lines, line => line.StartsWith(check + "  ", StringComparison.Ordinal));
        Assert.True(first >= 0, output);
        var cure = lines[first + 1].TrimStart();
        return lines[first][check.Length..].TrimStart() + (cure.StartsWith("to do: ", StringComparison.Ordinal) ? $"\n{cure}" : "");
    }
}
