using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SlaMonitor.Browser.Tests.Checks;

/// <summary>
/// Asks a page all questions at once: a question costs a journey to the browser, and there are many pages, screens and checks.
/// </summary>
internal static partial class Checklist
{
    private static readonly string Script =
        $"() => {{\n{Read("visible-text")}\nreturn {{\n{string.Join(",\n", Enum.GetValues<Check>().Select(Function))}\n}};\n}}";

    /// <summary>What is wrong with the page as it is shown now, a sentence each: nothing if it is as it should be.</summary>
    public static async Task<ILookup<Check, string>> AskAsync(IPage page)
    {
        var answers = await page.EvaluateAsync<Dictionary<string, string[]>>(Script);
        return answers
            .SelectMany(answer => answer.Value, (answer, wrong) => (Check: Enum.Parse<Check>(answer.Key), wrong))
            .ToLookup(found => found.Check, found => found.wrong);
    }

    private static string Function(Check check) =>
        $"{check}: (() => {{\n{Read(WithinName().Replace($"{check}", "-").ToLowerInvariant())}\n}})()";

    private static string Read(string name)
    {
        using var stream = typeof(Check).Assembly.GetManifestResourceStream($"{typeof(Check).Namespace}.{name}.js")
            ?? throw new InvalidOperationException($"The check {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WithinName();
}
