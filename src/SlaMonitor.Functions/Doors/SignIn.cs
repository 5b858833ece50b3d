using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/sign-in</c>: opens a session for whoever enters a key, and leads on to the page that they wanted to see.
/// </summary>
public sealed class SignIn(BoardAccess access)
{
    [Function(nameof(SignIn))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.SignIn)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<SignIn>(request) is { } unknown) return unknown;

        try
        {
            if (request.IsChangeByAnotherSite()) return ProblemAnswers.OfAnotherSite();
            if (!request.HasFormContentType) return ProblemAnswers.NotUnderstood("The key is sent as a form, as the page does.");
            if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body) return ProblemAnswers.TooLarge();

            var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
            var next = form.GetValueOrDefault("next").FirstOrDefault();
            var caller = request.CallerOf() with { InHeader = form.GetValueOrDefault("key").FirstOrDefault(), InQuery = null };
            return access.Open(request, caller)
                ? TypedResults.Redirect(SignInAnswers.NextOf(request, next))
                : SignInAnswers.Of(request, next ?? BoardAddress.Board, SignInState.Wrong, access.Ways);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Sign in again.");
        }
    }
}
