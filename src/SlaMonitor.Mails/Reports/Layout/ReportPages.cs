using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Reports.Layout;

/// <summary>Lays reports out by their template.</summary>
/// <param name="templates">The templates in force.</param>
public sealed class ReportPages(TemplateSet templates)
{
    /// <summary>
    /// The page as a whole HTML document: without any script or anything to fetch, and with all that strangers wrote encoded.
    /// </summary>
    public string Html(ReportPage page) => Html(ReportModel.Of(page));

    /// <summary>A page with what is behind a figure of a report.</summary>
    /// <param name="page">The report.</param>
    /// <param name="query">The figure.</param>
    /// <param name="promises">The promises that it counts.</param>
    /// <param name="tickets">The tickets that it counts.</param>
    public string Html(
        ReportPage page, FigureQuery query, IReadOnlyList<CountedPromise> promises, IReadOnlyList<TicketOutcome> tickets) =>
        Html(FigureModel.Of(page, query, promises, tickets));

    /// <summary>The same page of a report that is in words already.</summary>
    internal string Html(ReportModel model) => templates.Render(TemplateName.ReportHtml, model);
}
