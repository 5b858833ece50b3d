using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/dashboard/sign-out</c>: ends the session in this browser.</summary>
public sealed class SignOut(BoardAccess access)
{
    [Function(nameof(SignOut))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.SignOut)] HttpRequest request)
    {
        if (UnknownParameters.Of<SignOut>(request) is { } unknown) return unknown;

        BoardAccess.Close(request);
        return SignInAnswers.Of(request, BoardAddress.Board, SignInState.Out, access.Ways);
    }
}
