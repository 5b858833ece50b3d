using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/reports/{agreement}/{period}/{figure}</c>: the promises or tickets that a figure of a report counts, for those who
/// have signed in to the board.
/// </summary>
public sealed class ShowBoardReportFigure(ReportAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowBoardReportFigure))]
    [AsksItself]
    [Query(FigureAddress.Target, "Only what this target promises, by its id.")]
    [Query(FigureAddress.Metric, "Only what is promised of this metric.")]
    [Query(
        FigureAddress.By, "What the report is grouped by, together with value.",
        Values = ["customer", "category", "priority", "group", "agent"])]
    [Query(FigureAddress.Value, "The group that is meant, together with by.")]
    [Query(ReportAnswers.Language, "The language of the page; without it, the agreement's.", Values = ["en", "zh-CN"])]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head",
            Route = BoardAddress.Root + BoardAddress.Reports + "/{agreement}/{period}/{figure}")]
        HttpRequest request, string agreement, string period, string figure, CancellationToken cancellationToken) =>
        access.AnswerAsync<ShowBoardReportFigure>(request, Role.Reader, "Ask again.", () =>
        {
            request.ProtectLink();
            return answers.OfFigureAsync(request, agreement, period, figure, cancellationToken);
        });
}
