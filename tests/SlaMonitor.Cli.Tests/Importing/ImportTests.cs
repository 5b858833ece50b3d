using System.Text.Json;

namespace SlaMonitor.Cli.Tests.Importing;

/// <summary><c>sla import</c>: what each export comes to, whole, and that it can be used.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public static TheoryData<string> Helpdesks => [.. ImportFixtures.Helpdesks];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Helpdesks))]
    public void Export_BecomesTheExpectedAgreement(string helpdesk)
    {
        var (outcome, text, errors) = ImportFixtures.Import(helpdesk, ImportFixtures.Files(helpdesk));

        Assert.Equal((0, ""), (outcome, errors));
        Assert.Equal(ImportFixtures.Expected(helpdesk).ReplaceLineEndings("\n"), text);
    }

    [Theory]
    [MemberData(nameof(Helpdesks))]
    public void Agreement_PassesTheCheckWithoutAWarning(string helpdesk)
    {
        var file = _folder.At("made.yaml");

        var made = CliFolder.Run(["import", helpdesk, .. ImportFixtures.Files(helpdesk), "--out", file, "--name", "acme"]);
        var (outcome, text, _) = CliFolder.Run("check", file);

        Assert.Equal(0, made.Outcome);
        Assert.Contains($"sla check {file}", made.Text, StringComparison.Ordinal);
        Assert.Equal(0, outcome);
        Assert.EndsWith("1 agreement, 1 version: 0 errors, 0 warnings.", text.TrimEnd(), StringComparison.Ordinal);
        Assert.StartsWith("acme v1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_CountsWhatIsThereAndWhatIsNot()
    {
        using var said = JsonDocument.Parse(CliFolder.Run(
            ["import", "zendesk", .. ImportFixtures.Files("zendesk"), "--out", _folder.At("a.yaml"), "--json"]).Text);

        Assert.Equal(7, said.RootElement.GetProperty("targets").GetInt32());
        Assert.Equal(3, said.RootElement.GetProperty("notCarriedOver").GetInt32());
    }

    [Fact]
    public void FileThatIsThere_StaysAsItIs()
    {
        var file = _folder.Write("zendesk.yaml", "mine");

        var (outcome, _, errors) = CliFolder.Run(["import", "zendesk", .. ImportFixtures.Files("zendesk"), "--out", file]);

        Assert.Equal(1, outcome);
        Assert.Contains("the file is there already", errors, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "zendesk")]
    [InlineData("import", "otrs", "a.json")]
    [InlineData("import", "zendesk", "a.json", "--name", "a b")]
    public void WrongCommandLine_IsUsage(params string[] args) => Assert.Equal(2, CliFolder.Run(args).Outcome);
}
