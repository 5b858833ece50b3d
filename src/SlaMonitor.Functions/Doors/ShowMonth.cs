using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/dashboard/month</c>: how the running month stands, for each agreement.</summary>
public sealed class ShowMonth(MonthAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowMonth))]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Month)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request) ?? UnknownParameters.Of<ShowMonth>(request)
                ?? await answers.OfAsync(request, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
