using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/dashboard/name</c>: remembers in the reader's browser who they are.</summary>
public sealed class KeepBoardName(NameAnswers answers, BoardAccess access)
{
    [Function(nameof(KeepBoardName))]
    [AsksItself]
    [Query(BoardParameters.Language, "The language of the page.", Values = ["en", "zh-CN"])]
    [Answer(302, "On to the page that was wanted.")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.Name)] HttpRequest request,
        CancellationToken cancellationToken) =>
        access.AnswerAsync<KeepBoardName>(
            request, Role.Reader, "Press the button again.", () => answers.RememberAsync(request, cancellationToken));
}
