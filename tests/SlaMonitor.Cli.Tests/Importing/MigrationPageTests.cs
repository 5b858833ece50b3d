using System.Text.RegularExpressions;

namespace SlaMonitor.Cli.Tests.Importing;

/// <summary>The worked example of each migration page: what it shows of an export becomes the agreement that it shows.</summary>
public sealed partial class MigrationPageTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("zendesk")]
    [InlineData("jira")]
    [InlineData("zammad")]
    public void Example_Imported_IsTheAgreementOfThePage_AndPassesTheCheck(string helpdesk)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "docs", $"migrating-from-{helpdesk}.md");
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var shown = NamedBlock().Matches(page).ToDictionary(block => block.Groups["name"].Value, block => block.Groups["text"].Value);
        var exports = shown.Keys.Where(name => name.EndsWith(".json", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, exports.Count);
        foreach (var name in exports) _folder.Write(name, shown[name]);
        // The commands are those of the page.
        var command = $"sla import {helpdesk} {string.Join(' ', exports)} --name acme\nsla check acme.yaml\n";
        Assert.Contains(command, page, StringComparison.Ordinal);

        var made = CliFolder.Run(
            ["import", helpdesk, .. exports.Select(name => _folder.At(name)), "--name", "acme", "--out", _folder.At("acme.yaml")]);
        var (outcome, text, _) = CliFolder.Run("check", _folder.At("acme.yaml"));

        Assert.Equal((0, ""), (made.Outcome, made.Errors));
        Assert.Equal(shown["acme.yaml"], File.ReadAllText(_folder.At("acme.yaml")).ReplaceLineEndings("\n"));
        Assert.Equal(0, outcome);
        var said = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.All(SaidBlock().Match(page).Groups["text"].Value.TrimEnd().Split('\n'), line => Assert.Contains(line, said));
    }

    [GeneratedRegex(
        "^`(?<name>[\\w.-]+)`:\n\n```(json|yaml)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedBlock();

    [GeneratedRegex("^```text\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SaidBlock();
}
