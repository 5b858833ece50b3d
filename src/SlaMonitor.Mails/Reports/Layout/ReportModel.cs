using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports.Sections;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Layout;

/// <summary>Everything that a report says, in words, ready for its template.</summary>
public sealed record ReportModel
{
    /// <summary>The language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>What the document is called: agreement and period.</summary>
    public required string Title { get; init; }

    /// <summary>What it is: the main heading's first line.</summary>
    public required string Kind { get; init; }

    /// <summary>The agreement's title.</summary>
    public required string Agreement { get; init; }

    /// <summary>The period.</summary>
    public required string Period { get; init; }

    /// <summary>How the report stands: complete, still running, or restated.</summary>
    public required Tone Tone { get; init; }

    /// <summary>Who, when, which version.</summary>
    public required IReadOnlyList<ShownFact> Facts { get; init; }

    /// <summary>The main figures.</summary>
    public IReadOnlyList<ShownFact> Figures { get; init; } = [];

    /// <summary>The parts.</summary>
    public IReadOnlyList<ShownSection> Sections { get; init; } = [];

    /// <summary>The heading over <see cref="Rules"/>.</summary>
    public required string RulesHeading { get; init; }

    /// <summary>How it is counted, in sentences.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The heading over <see cref="Files"/>; <c>null</c> where there are none.</summary>
    public string? FilesHeading { get; init; }

    /// <summary>The same report in other formats.</summary>
    public IReadOnlyList<ShownFact> Files { get; init; } = [];

    /// <summary>Puts a report into words.</summary>
    public static ReportModel Of(ReportPage page)
    {
        ArgumentNullException.ThrowIfNull(page);

        var writing = new ReportWriting(page);
        var files = FilesOf(page).ToList();
        return HeadOf(writing) with
        {
            Figures = [.. MainFigures.Of(writing)],
            Sections =
            [
                .. RestatementSection.Of(writing), .. TargetSections.Of(writing), .. IndicatorSection.Of(writing),
                .. CreditSections.Of(writing), .. TrendSection.Of(writing), .. BreachTimesSection.Of(writing),
                .. LostSection.Of(writing), .. ExcludedSection.Of(writing), .. AgreedDueSection.Of(writing),
                .. Enum.GetValues<ReportDimension>().Select(dimension => GroupSection.Of(writing, dimension)),
                .. PromiseSections.Of(writing),
            ],
            Rules = writing.Words.Rules,
            FilesHeading = files.Count > 0 ? writing.Words.Files : null,
            Files = files,
        };
    }

    /// <summary>What stands at the top of a report and of everything that belongs to it: no figures yet, and no parts.</summary>
    internal static ReportModel HeadOf(ReportWriting writing)
    {
        var (report, words) = (writing.Report, writing.Words);
        var agreement = HarmlessText.Of(report.Terms.Title, ReportWriting.LongestText);
        return new ReportModel
        {
            Language = writing.Wording.Language,
            Title = $"{agreement} {words.Of(report.Span)}",
            Kind = words.Title,
            Agreement = agreement,
            Period = words.Of(report.Span),
            Tone = ToneOf(report, words),
            Facts = [.. FactsOf(report, writing)],
            RulesHeading = words.HowCounted,
        };
    }

    private static Tone ToneOf(Report report, ReportWords words) => report switch
    {
        _ when report.Remarks.Contains(ReportRemark.BeingFiled) => Tone.Warning(words.Of(ReportRemark.BeingFiled)),
        { Restated: not null } => Tone.Warning(words.RestatedTone),
        { IsOver: true } => Tone.Clear(words.Final),
        _ => Tone.Quiet(words.Running),
    };

    private static IEnumerable<ShownFact> FactsOf(Report report, ReportWriting writing)
    {
        var words = writing.Words;
        yield return Fact(words.Agreement, $"{report.Terms.Id}, {words.Version(report.Terms.Version)}");
        if (report.Terms.Provider is { } provider) yield return Fact(words.Provider, provider.Name);
        if (report.Terms.Customer is { } customer) yield return Fact(words.Customer, customer.Name);
        yield return Fact(words.AsOf, $"{writing.Moment(report.AsOf)} ({report.Terms.TimeZone.Id})");

        foreach (var remark in report.Remarks) yield return Fact(words.Remark, words.Of(remark));

        static ShownFact Fact(string label, string text) =>
            new(label, HarmlessText.Of(text, ReportWriting.LongestText), null, null, "plain");
    }

    private static IEnumerable<ShownFact> FilesOf(ReportPage page) =>
        from extension in ReportFormats.Extensions
        let address = page.Addresses.File(extension)
        where address is not null
        select new ShownFact(extension, extension.ToUpperInvariant(), null, address, "plain");
}
