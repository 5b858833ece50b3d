using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/dashboard/month</c>: how the running month stands, for each agreement.</summary>
public sealed class ShowMonth(MonthAnswers answers, BoardAccess access)
{
    [Function(nameof(ShowMonth))]
    [AsksItself]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Month)] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.AnswerAsync<ShowMonth>(request, Role.Reader, "Ask again.", () => answers.OfAsync(request, cancellationToken));
}
