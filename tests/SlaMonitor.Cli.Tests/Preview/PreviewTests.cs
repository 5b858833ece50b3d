using MimeKit;
using SlaMonitor.Cli.Tests.Doctor;

namespace SlaMonitor.Cli.Tests.Preview;

/// <summary><c>sla preview</c> and <c>sla templates</c>, as an administrator uses them.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sla").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void Preview_WithoutTemplates_WritesEveryMailInThreeForms_EveryPage_AndAnIndexOfThem()
    {
        Assert.Equal(0, Run("preview", "--out", In("out")));

        foreach (var language in (string[])["en", "zh-CN"])
        {
            foreach (var mail in (string[])["warning", "breach", "all-clear", "undelivered", "digest", "survey"])
            {
                Assert.Equal(
                    File.ReadAllText(In($"out/{mail}.{language}.txt")),
                    MimeMessage.Load(In($"out/{mail}.{language}.eml")).TextBody!.ReplaceLineEndings("\n"));
                Assert.Contains($"lang=\"{language}\"", File.ReadAllText(In($"out/{mail}.{language}.html")), StringComparison.Ordinal);
                Assert.Contains($"src=\"{mail}.{language}.html\"", File.ReadAllText(In("out/index.html")), StringComparison.Ordinal);
            }

            Assert.True(File.Exists(In($"out/page-open.{language}.html")));
            Assert.True(File.Exists(In($"out/page-survey-open.{language}.html")));
        }

        Assert.Equal($"72 previews: open {In("out/index.html")} in a browser, or an .eml in a mail program.\n", _output.ToString());
    }

    [Fact]
    public void Templates_ThenPreview_ShowsWhatTheAdministratorChanged()
    {
        Assert.Equal(0, Run("templates", "--out", In("own")));
        File.WriteAllText(In("own/alert.txt.hbs"), "Ours: {{Headline}}");
        Assert.Equal(0, Run("templates", "--out", In("own"))); // once more: what was changed stays

        Assert.Equal(0, Run("preview", "--templates", In("own"), "--out", In("out"), "--language", "en", "--title", "<b>"));

        Assert.Equal("Ours: First response is due in 2h of opening hours.", File.ReadAllText(In("out/warning.en.txt")));
        Assert.Contains("&lt;b&gt;", File.ReadAllText(In("out/warning.en.html")), StringComparison.Ordinal);
        Assert.False(File.Exists(In("out/warning.zh-CN.txt")));
        Assert.Contains($"{In("own/alert.txt.hbs")} is there already and stays as it is.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Preview_WrongTemplate_SaysWhereAndWritesNothing()
    {
        Directory.CreateDirectory(In("own"));
        File.WriteAllText(In("own/alert.txt.hbs"), "a\n{{Headlin}}");

        Assert.Equal(1, Run("preview", "--templates", In("own"), "--out", In("out")));

        Assert.Equal(
            $"{In("own/alert.txt.hbs")}:2:1: error: there is no 'Headlin' to show here; docs/mail.md lists what there is\n",
            _error.ToString());
        Assert.False(Directory.Exists(In("out")));
    }

    [Fact]
    public void Preview_WhereAFileStands_SaysThatItCannotBeWrittenThere()
    {
        File.WriteAllText(In("out"), string.Empty);

        Assert.Equal(1, Run("preview", "--out", In("out")));
        Assert.StartsWith($"{In("out")}: error: the previews cannot be written there: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("previews")]
    [InlineData("preview", "--language", "tlh")]
    [InlineData("templates")]
    [InlineData("doctor")]
    public void WrongCommandLine_ExitsWith2_AndSaysHow(params string[] args)
    {
        Assert.Equal(2, Run(args));
        Assert.NotEmpty(_error.ToString());
        Assert.Contains("--help", $"{_error}{_output}", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    private int Run(params string[] args) => SlaCommand.Run(args, _output, _error, FakeAzure.Nowhere);

    private string In(string path) => Path.Combine(_folder, path);
}
