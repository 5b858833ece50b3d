using SlaMonitor.Mails;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Browser.Tests.Faces;

/// <summary>All faces of the monitor, made by the engine itself from what <c>sla</c> previews.</summary>
internal static class Gallery
{
    private static readonly MailComposer Composer = new(TemplateSet.BuiltIn);

    /// <summary>The languages that the monitor speaks.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh-CN"];

    /// <summary>The mails, as they would be sent.</summary>
    public static IReadOnlyDictionary<Face, Mail> Mails { get; } = (
        from language in Languages
        from sample in MailSamples.All(language)
        select (new Face($"mail-{sample.Name}", language), Composer.Compose(sample.Contents))).ToDictionary();

    /// <summary>What stands on the pages.</summary>
    public static IReadOnlyDictionary<Face, AcknowledgePage> Pages { get; } = (
        from language in Languages
        from sample in PageSamples.All(language)
        select (new Face($"page-{sample.Name}", language), sample.Page)).ToDictionary();

    /// <summary>The reports, as whole documents.</summary>
    public static IReadOnlyDictionary<Face, string> Reports { get; } = (
        from language in Languages
        from sample in ReportSamples.All(language)
        select (new Face($"report-{sample.Name}", language), new ReportPages(TemplateSet.BuiltIn).Html(sample.Page))).ToDictionary();

    /// <summary>Lays the pages out.</summary>
    public static IAcknowledgePages PageLayout { get; } = new AcknowledgePages(TemplateSet.BuiltIn);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Face> All { get; } = [.. Mails.Keys, .. Pages.Keys, .. Reports.Keys];
}
