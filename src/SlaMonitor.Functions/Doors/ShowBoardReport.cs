using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/reports/{agreement}/{period}</c>: what <c>GET /api/reports</c> answers, for those who have signed in to the
/// board: a browser cannot send a key with a link. Its lists lead to the board's pages of tickets.
/// </summary>
public sealed class ShowBoardReport(ReportAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowBoardReport))]
    [Query(ReportAnswers.Language, "The language of the page; without it, the agreement's.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Reports + "/{agreement}/{period}")]
        HttpRequest request,
        string agreement, string period, CancellationToken cancellationToken)
    {
        try
        {
            if (await access.RefuseAsync(request) is { } refusal) return refusal;
            if (UnknownParameters.Of<ShowBoardReport>(request) is { } unknown) return unknown;

            request.ProtectLink();
            return await answers.OfAsync(request, agreement, period, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
