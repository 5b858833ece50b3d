using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Reports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/reports/{agreement}/{period}</c>: what was kept in a month (<c>2026-10</c>), a quarter (<c>2026-Q4</c>), a year
/// (<c>2026</c>) or a range of days (<c>2026-10-05..2026-11-04</c>), what was broken, and what it costs. As JSON, CSV, XLSX or HTML, by
/// an extension (<c>2026-10.xlsx</c>) or else by what the caller accepts.
/// </summary>
public sealed class ShowReport(ReportAnswers answers)
{
    [Function(nameof(ShowReport))]
    [Query(ReportAnswers.Language, "The language of the page and the workbook; without it, the agreement's.", Values = ["en", "zh-CN"])]
    [Answer(
        200, "The report, in the form that is asked for.",
        MediaTypes = ["application/json", "text/html", "text/csv", ReportFormats.WorkbookType])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/reports/{agreement}/{period}")] HttpRequest request,
        string agreement, string period, CancellationToken cancellationToken) =>
        UnknownParameters.Of<ShowReport>(request)
        ?? await OutageAnswers.OrTryAgainAsync(
            request, "Ask again.", () => answers.OfAsync(request, agreement, period, cancellationToken));
}
