using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/reports/{agreement}/{period}/{figure}</c>: a page with the promises or tickets that a figure of a report counts, each of
/// which leads to its ticket. <c>?target=</c>, <c>?metric=</c>, <c>?by=customer&amp;value=</c> narrow it.
/// </summary>
public sealed class ShowReportFigure(ReportAnswers answers)
{
    [Function(nameof(ShowReportFigure))]
    [Query(FigureAddress.Target, "Only what this target promises, by its id.")]
    [Query(FigureAddress.Metric, "Only what is promised of this metric.")]
    [Query(
        FigureAddress.By, "What the report is grouped by, together with value.",
        Values = ["customer", "category", "priority", "group", "agent"])]
    [Query(FigureAddress.Value, "The group that is meant, together with by.")]
    [Query(ReportAnswers.Language, "The language of the page; without it, the agreement's.", Values = ["en", "zh-CN"])]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/reports/{agreement}/{period}/{figure}")] HttpRequest request,
        string agreement, string period, string figure, CancellationToken cancellationToken) =>
        UnknownParameters.Of<ShowReportFigure>(request)
        ?? await OutageAnswers.OrTryAgainAsync(
            request, "Ask again.", () => answers.OfFigureAsync(request, agreement, period, figure, cancellationToken));
}
