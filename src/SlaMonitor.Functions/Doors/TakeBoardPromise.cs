using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/promises</c>: takes a promise, hands it over or gives it back, as the forms of the board ask, and leads on to the
/// page that the reader comes from; where somebody was quicker, 409 with the page of the ticket, which says who.
/// </summary>
public sealed class TakeBoardPromise(TakingAnswers answers, BoardAccess access)
{
    [Function(nameof(TakeBoardPromise))]
    [AsksItself]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(302, "It is done; back to the page.")]
    [Answer(409, "Somebody was quicker: the page of the ticket, which says who.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.Promises)] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.AnswerAsync<TakeBoardPromise>(
            request, Role.Agent, "Press the button again.", () => answers.OfAsync(request, cancellationToken));
}
