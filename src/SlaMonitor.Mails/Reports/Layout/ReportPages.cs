using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Reports.Layout;

/// <summary>Lays reports out by their template.</summary>
/// <param name="templates">The templates in force.</param>
public sealed class ReportPages(TemplateSet templates)
{
    /// <summary>
    /// The page as a whole HTML document: without any script or anything to fetch, and with all that strangers wrote encoded.
    /// </summary>
    public string Html(ReportPage page) => templates.Render(TemplateName.ReportHtml, ReportModel.Of(page));
}
