using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/reports/{agreement}/{period}/{figure}</c>: the promises or tickets that a figure of a report counts, for those who
/// have signed in to the board.
/// </summary>
public sealed class ShowBoardReportFigure(ReportAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowBoardReportFigure))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BoardAddress.Reports + "/{agreement}/{period}/{figure}")]
        HttpRequest request, string agreement, string period, string figure, CancellationToken cancellationToken)
    {
        try
        {
            if (await access.RefuseAsync(request) is { } refusal) return refusal;

            request.ProtectLink();
            return await answers.OfFigureAsync(request, agreement, period, figure, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
