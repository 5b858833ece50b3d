using System.Globalization;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Cli.Drafting;

/// <summary>A working agreement to begin from; all of them are in <c>docs/examples/agreements/starting-points</c>.</summary>
internal static class StartingPoint
{
    private const string Schema = "# yaml-language-server:";

    // Every date of a starting point is of this year.
    private const string YearOfTheFiles = "2026-";

    /// <summary>Their names, the plainest first.</summary>
    public static readonly IReadOnlyList<string> Names = ["minimal", "itil-p1-p4", "24x7-and-office", "follow-the-sun", "standard-support"];

    /// <summary>The text of a new agreement.</summary>
    /// <param name="from">One of the <see cref="Names"/>.</param>
    /// <param name="language">The language of its comments and names, one of those of the mails.</param>
    /// <param name="agreement">What the agreement is called.</param>
    /// <param name="year">The year on whose first day it takes effect.</param>
    public static string Text(string from, string language, string agreement, int year)
    {
        var lines = Read(language == Wording.Languages[0] ? $"{from}.yaml" : $"{from}.{language}.yaml").Split('\n')
            // The schema stands where the starting point does, and not where the new file will.
            .SkipWhile(line => line.StartsWith(Schema, StringComparison.Ordinal) || line == "#")
            .Select(line => line == $"agreement: {from}" ? $"agreement: {agreement}" : line);
        return string.Join('\n', lines)
            .Replace(YearOfTheFiles, year.ToString("D4", CultureInfo.InvariantCulture) + "-", StringComparison.Ordinal);
    }

    private static string Read(string name)
    {
        using var stream = typeof(StartingPoint).Assembly.GetManifestResourceStream($"{typeof(StartingPoint).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The starting point {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
