using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Mails.Reports.Shown;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Tests.Templates;

/// <summary>docs/mail.md names everything that a template can show.</summary>
public sealed class DocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "mail.md"));

    public static TheoryData<string, Type> Rows => new()
    {
        { "alert", typeof(AlertModel) },
        { "digest", typeof(DigestModel) },
        { "digest", typeof(DigestPart) },
        { "digest", typeof(DigestRow) },
        { "page", typeof(AcknowledgeModel) },
        { "page", typeof(ShownPromise) },
        { "report", typeof(ReportModel) },
        { "report", typeof(ShownFact) },
        { "report", typeof(ShownSection) },
        { "`Table`", typeof(ShownTable) },
        { "`Table`", typeof(ShownColumn) },
        { "`Table`", typeof(ShownRow) },
        { "`Table`", typeof(ShownCell) },
        { "`Chart`", typeof(ShownChart) },
        { "`Chart`", typeof(ShownBar) },
        { "`Ticket`", typeof(ShownTicket) },
        { "`Tone`", typeof(Tone) },
        { "`Spent`", typeof(Spent) },
        { "`Spent`", typeof(SpentLine) },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Names_OfEveryModel_AreInTheDocument(string row, Type model)
    {
        var line = Document.Split('\n').Single(line => line.StartsWith($"| {row} |", StringComparison.Ordinal));

        Assert.All(
            model.GetProperties().Select(property => property.Name).Except(["Language", "Words"], StringComparer.Ordinal),
            name => Assert.Contains($"`{name}`", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Templates_AreAllInTheDocument() =>
        Assert.All(BuiltInTemplates.Texts.Keys, name => Assert.Contains($"`{name}.hbs`", Document, StringComparison.Ordinal));
}
