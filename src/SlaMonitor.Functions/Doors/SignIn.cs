using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/dashboard/sign-in</c>: opens a session for whoever enters a key, and leads on to the page that they wanted to see.
/// </summary>
public sealed class SignIn(BoardAccess access)
{
    [Function(nameof(SignIn))]
    [Answer(302, "The session is open; on to the page that was wanted.")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BoardAddress.Root + BoardAddress.SignIn)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<SignIn>(request) is { } unknown) return unknown;

        return await OutageAnswers.OrTryAgainAsync(request, "Sign in again.", async () =>
        {
            if (request.IsChangeByAnotherSite()) return ProblemAnswers.OfAnotherSite();

            var (form, refusal) = await BoardForms.ReadAsync(request, cancellationToken);
            if (refusal is not null) return refusal;

            var next = form.Field("next");
            return access.Open(request, request.CallerOf() with { InHeader = form.Field("key"), InQuery = null })
                ? TypedResults.Redirect(SignInAnswers.NextOf(request, next))
                : SignInAnswers.Of(request, next.Length == 0 ? BoardAddress.Board : next, SignInState.Wrong, access.Ways);
        });
    }
}
