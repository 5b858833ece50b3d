using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Tests.Templates;

/// <summary>The administrator's own templates: what is wrong with them is found before an alert depends on them.</summary>
public sealed class TemplateFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("templates").FullName;

    [Fact]
    public void NoFolder_TheProgramsOwnAreInForce()
    {
        Assert.Same(TemplateSet.BuiltIn, TemplateFolder.Read(null, NullLogger.Instance).Set);
        Assert.Empty(TemplateTrial.Run("  "));
    }

    [Fact]
    public void TheProgramsOwnTemplates_GivenAsTheAdministrators_HaveNoMistake()
    {
        foreach (var (name, text) in BuiltInTemplates.Texts) Write(name, text);

        Assert.Empty(TemplateTrial.Run(_folder));
    }

    [Fact]
    public void TemplatesThatAreTooLargeOrEmpty_AreRefusedWithoutBeingRead()
    {
        Write("alert.txt", new string('x', 10 * 1024 * 1024));
        Write("style.html", "");

        Assert.Equal(
            [
                "alert.txt.hbs:1:1: error: it has 10485760 bytes; a template has at most 262144",
                "style.html.hbs:1:1: error: it is empty, or it is a pipe or a device, which is never read; without the file, the "
                + "program's own template is used",
            ],
            TemplateFolder.Read(_folder, NullLogger.Instance).Problems.Select(problem => Path.GetFileName(problem.ToString())));
    }

    [Fact]
    public void OwnTemplate_TakesTheOldOnesPlace_AndLeavesTheOthers()
    {
        Write("alert.txt", "{{Ticket.Id}}: {{Headline}}\n");
        Write("style.html", "<style>b{}</style>");
        var set = TemplateFolder.Read(_folder, NullLogger.Instance).Set!;
        var mail = new MailComposer(set).Compose(MailSamples.All("en").Single(sample => sample.Name == "warning").Contents);

        Assert.Empty(TemplateTrial.Run(_folder));
        Assert.Equal("HD-1042: First response is due in 2h of opening hours.\n", mail.Text);
        Assert.Contains("<head>\n<style>b{}</style><title>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Example Industries", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alert.txt", "a\n  {{Titel}}\n", "2:3", "there is no 'Titel' to show here; docs/mail.md lists what there is")]
    [InlineData(
        "digest.txt",
        "{{#each Parts}}\n{{#each Rows}}\n{{Tikcet.Id}}{{/each}}{{/each}}",
        "3:1",
        "there is no 'Tikcet' to show here; docs/mail.md lists what there is")]
    [InlineData(
        "alert.html", "x\n{{{Ticket.Title}}}", "2:1", "this would show what strangers wrote as markup; two braces escape it: {{name}}")]
    [InlineData(
        "alert.html", "{{& Ticket.Title}}", "1:1", "this would show what strangers wrote as markup; two braces escape it: {{name}}")]
    [InlineData("acknowledge.html", "\n{{#if ActionUrl}}\n{{#each Promises}}{{/each}}", "2:1", "{{#if}} is never closed")]
    [InlineData("acknowledge.html", "{{#if ActionUrl}}{{/each}}", "1:18", "nothing is open that {{/each}} could close")]
    [InlineData("digest.html", "<p>{{> styles}}", "1:4", "there is no part 'styles'; there are style, fact and account")]
    [InlineData("fact.html", "{{value}}\n{{valu}}", "2:1", "there is no 'valu' to show here; docs/mail.md lists what there is")]
    public void Mistake_IsReportedWithItsPlaceAndWhatWouldBeRight(string name, string text, string place, string message)
    {
        Write(name, text);

        Assert.Contains(
            $"{TemplateFolder.PathOf(_folder, name)}:{place}: error: {message}",
            TemplateTrial.Run(_folder).Select(problem => problem.ToString()));
    }

    [Fact]
    public void ThreeMistakesInThreeFiles_AreThreeProblems()
    {
        Write("alert.htm", "x");
        Write("alert.html", "{{{Ticket.Title}}}");
        File.WriteAllBytes(TemplateFolder.PathOf(_folder, "digest.txt"), [0x61, 0xff]);

        var problems = TemplateTrial.Run(_folder).Select(problem => $"{Path.GetFileName(problem.File)}: {problem.Message}").ToList();

        Assert.Equal(3, problems.Count);
        Assert.Contains(
            "alert.htm.hbs: there is no template 'alert.htm' to replace; there are alert.txt, alert.html, digest.txt, digest.html, "
            + "acknowledge.html, report.html, board.html, ticket.html, place.html, style.html, fact.html, account.html, "
            + "menu.html, form.html",
            problems);
        Assert.Contains(problems, problem =>
            problem.StartsWith("digest.txt.hbs: it cannot be read as UTF-8 text: ", StringComparison.Ordinal));
    }

    [Fact]
    public void FolderThatIsNotThere_IsSaidSo()
    {
        var problem = Assert.Single(TemplateTrial.Run(Path.Combine(_folder, "none")));

        Assert.EndsWith(
            "none:1:1: error: there is no such folder; the setting Templates:Folder names the folder that the templates are in",
            problem.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TemplateThatFailsInTheMiddleOfTheNight_IsReplacedByTheProgramsOwn_AndLogged()
    {
        Write("alert.txt", "{{Titel}}"); // as if it had slipped through the trial
        var log = new FakeLogger();
        var set = TemplateFolder.Read(_folder, log).Set!;

        var text = set.Render(TemplateName.AlertText, AlertModel.Of(Warning.Reader, Warning.Items[0]));

        Assert.StartsWith("Warning: First response is due", text, StringComparison.Ordinal);
        var record = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal((LogLevel.Error, 3003), (record.Level, record.Id.Id));
        Assert.Equal("Template alert.txt failed, and the program's own took its place: Titel is undefined", record.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static MailContents Warning => MailSamples.All("en")[0].Contents;

    private void Write(string name, string text) => File.WriteAllText(TemplateFolder.PathOf(_folder, name), text, new UTF8Encoding(false));
}
