using System.Text.Json;

namespace SlaMonitor.Cli.Tests.Drafting;

/// <summary><c>sla new</c>. That every starting point does its work is tested with the examples of agreements.</summary>
public sealed class NewTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public static TheoryData<string, string> StartingPoints
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var from in (string[])["minimal", "itil-p1-p4", "24x7-and-office", "follow-the-sun", "standard-support"])
            {
                all.Add(from, "en");
                all.Add(from, "zh-CN");
            }

            return all;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(StartingPoints))]
    public void NewAgreement_PassesTheCheck_UnderItsOwnName(string from, string language)
    {
        var file = _folder.At("made", "acme.yaml");

        var made = CliFolder.Run("new", "acme", "--from", from, "--language", language, "--out", file);
        var (outcome, text, _) = CliFolder.Run("check", file, "--language", language);

        Assert.Equal((0, ""), (made.Outcome, made.Errors));
        Assert.Equal(0, outcome);
        Assert.StartsWith("acme v1  ", text, StringComparison.Ordinal);
        Assert.EndsWith("1 agreement, 1 version: 0 errors, 0 warnings.", text.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("$schema", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void NewAgreement_SaysWhatIsNext()
    {
        var file = _folder.At("acme.yaml");

        Assert.Equal(
            $"""
            {file} is written, from minimal. Next:
              1. Write your own time zone, hours and budgets in it, and your addresses for those at example.com.
              2. sla check {file}
              3. Put it into the folder of agreements of your monitor: the setting Agreements:Folder.
            There are also: itil-p1-p4, 24x7-and-office, follow-the-sun, standard-support (--from).

            """,
            CliFolder.Run("new", "acme", "--out", file).Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void FileThatIsThere_StaysAsItIs()
    {
        var file = _folder.Write("acme.yaml", "mine");

        var (outcome, text, errors) = CliFolder.Run("new", "acme", "--out", file);

        Assert.Equal((1, ""), (outcome, text));
        Assert.Equal($"{file}: error: the file is there already, and stays as it is; name another with --out", errors.TrimEnd());
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void Output_HasTheFileAlone()
    {
        var (outcome, text, _) = CliFolder.Run("new", "acme", "--out", "-");

        Assert.Equal(0, outcome);
        Assert.StartsWith("# The smallest agreement", text, StringComparison.Ordinal);
        Assert.Contains("\nagreement: acme\neffectiveFrom: 2026-01-01\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_NamesTheFile()
    {
        var file = _folder.At("acme.yaml");

        using var said = JsonDocument.Parse(CliFolder.Run("new", "acme", "--out", file, "--json").Text);

        Assert.Equal(file, said.RootElement.GetProperty("file").GetString());
        Assert.Equal("minimal", said.RootElement.GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("new")]
    [InlineData("new", "a b")]
    [InlineData("new", "../a")]
    [InlineData("new", "a", "--from", "itil")]
    [InlineData("new", "a", "--language", "fr")]
    public void WrongCommandLine_IsUsage(params string[] args) => Assert.Equal(2, CliFolder.Run(args).Outcome);
}
