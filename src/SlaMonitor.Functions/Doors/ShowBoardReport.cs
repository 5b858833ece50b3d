using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/reports/{agreement}/{period}</c>: what <c>GET /api/reports</c> answers, for those who have signed in to the
/// board: a browser cannot send a key with a link. Its lists lead to the board's pages of tickets.
/// </summary>
public sealed class ShowBoardReport(ReportAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowBoardReport))]
    [AsksItself]
    [Query(ReportAnswers.Language, "The language of the page; without it, the agreement's.", Values = ["en", "zh-CN"])]
    [Answer(
        200, "The report, in the form that is asked for.",
        MediaTypes = ["application/json", "text/html", "text/csv", ReportFormats.WorkbookType])]
    public Task<IResult> Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Reports + "/{agreement}/{period}")]
        HttpRequest request,
        string agreement, string period, CancellationToken cancellationToken) =>
        access.AnswerAsync<ShowBoardReport>(request, Role.Reader, "Ask again.", () =>
        {
            request.ProtectLink();
            return answers.OfAsync(request, agreement, period, cancellationToken);
        });
}
