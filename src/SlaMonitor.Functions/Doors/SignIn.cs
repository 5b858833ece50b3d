using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/sign-in</c>: opens a session for whoever enters a key, and leads on to the page that they wanted to see.
/// </summary>
public sealed class SignIn(BoardAccess access, AccessKeys keys)
{
    [Function(nameof(SignIn))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.SignIn)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            if (!request.HasFormContentType) return ProblemAnswers.NotUnderstood("The key is sent as a form, as the page does.");

            var form = await request.ReadFormAsync(cancellationToken);
            var next = form["next"].FirstOrDefault();
            var caller = request.CallerOf() with { InHeader = form["key"].FirstOrDefault(), InQuery = null };
            return access.Open(request, caller)
                ? TypedResults.Redirect(SignInAnswers.NextOf(request, next))
                : SignInAnswers.Of(request, next ?? BoardAddress.Board, SignInState.Wrong, keys.AreSet);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Sign in again.");
        }
        catch (InvalidDataException e)
        {
            return ProblemAnswers.NotUnderstood(e.Message);
        }
    }
}
