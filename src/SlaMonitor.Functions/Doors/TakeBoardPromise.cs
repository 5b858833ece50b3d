using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/promises</c>: takes a promise, hands it over or gives it back, as the forms of the board ask, and leads on to the
/// page that the reader comes from; where somebody was quicker, 409 with the page of the ticket, which says who.
/// </summary>
public sealed class TakeBoardPromise(TakingAnswers answers, BoardAccess access)
{
    [Function(nameof(TakeBoardPromise))]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.Promises)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            return await access.RefuseAsync(request, Role.Agent) ?? UnknownParameters.Of<TakeBoardPromise>(request)
                ?? await answers.OfAsync(request, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Press the button again.");
        }
    }
}
