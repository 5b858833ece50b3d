using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SlaMonitor.CloudEvents;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Bodies;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Webhooks.Signing;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// What the API says when it cannot do what was asked: RFC 9457 problem details that say what was wrong and what would be right.
/// </summary>
internal static class ProblemAnswers
{
    private const int RetryAfterSeconds = 30;

    public static IResult Of(Delivery delivery) => Of(delivery.Problems, delivery.IsUnsupportedMediaType);

    public static IResult Of(IReadOnlyList<EventProblem> problems, bool isUnsupportedMediaType)
    {
        var errors = problems
            .GroupBy(problem => problem.Where, StringComparer.Ordinal)
            .ToDictionary(place => place.Key, place => place.Select(problem => problem.What).ToArray(), StringComparer.Ordinal);
        return isUnsupportedMediaType
            ? Problem(StatusCodes.Status415UnsupportedMediaType, "This content type is not understood.", problems[0].What)
            : TypedResults.Problem(new HttpValidationProblemDetails(errors)
            {
                Status = StatusCodes.Status400BadRequest,
                Title = "The events cannot be taken.",
                Detail = "Nothing was stored. Mend what is listed under errors and send all of it again.",
            });
    }

    public static IResult TooLarge() => Problem(
        StatusCodes.Status413PayloadTooLarge, "The body is too large.",
        $"At most {BoundedBody.LongestRequest} bytes are taken. Send fewer events at once.");

    /// <summary>401: nobody knows who sent this.</summary>
    public static IResult NotTrusted(string why) => Problem(StatusCodes.Status401Unauthorized, "The sender is not known.", why);

    /// <summary>403: we know who sent this, and they may not.</summary>
    public static IResult NotAllowed(Identity identity, Role role) => Problem(
        StatusCodes.Status403Forbidden,
        "You may not do this.",
        $"It takes the role {RoleNames.Of(role)}, and {identity.Name} has the role {RoleNames.Of(identity.Role)}.");

    /// <summary>403: a page of another site sent it, by a browser that we trust.</summary>
    public static IResult OfAnotherSite() => Problem(
        StatusCodes.Status403Forbidden, "This was sent by a page of another site.", "Open the board, and do it there.");

    /// <summary>400: it was sent by whom we trust, and says nothing that we understand.</summary>
    public static IResult NotUnderstood(string why) => Problem(StatusCodes.Status400BadRequest, "The body is not understood.", why);

    /// <summary>404: no door has this address.</summary>
    public static IResult NothingThere(HttpRequest request) => Problem(
        StatusCodes.Status404NotFound, "There is nothing at this address.", $"No function answers {request.Method} {request.Path}.");

    /// <summary>405: the address is right, and the method is not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="allowed">What the header <c>Allow</c> says.</param>
    public static IResult NotThisMethod(HttpRequest request, string allowed) => Problem(
        StatusCodes.Status405MethodNotAllowed, "This method is not taken here.", $"This address takes {allowed}, not {request.Method}.");

    public static IResult NoSuchTicket(string id) => Problem(
        StatusCodes.Status404NotFound, "There is no such ticket.", $"No event of a ticket '{id}' has been stored. Ids are case-sensitive.");

    public static IResult NoSuchDeadLetter(long number) => Problem(
        StatusCodes.Status404NotFound,
        "There is no such dead letter.",
        $"No dead letter has the number {number}: it was sent again or dropped. GET /api/dead-letters lists those that are there.");

    public static IResult NotANumber(string name, string value) => Problem(
        StatusCodes.Status400BadRequest, "This is not a number.", $"'{value}' cannot be {name}: that is a number in digits, as 17.");

    public static IResult NotAPlace(string name) => Problem(
        StatusCodes.Status400BadRequest, "This is no place in the list.", $"{name} is what an answer before said as next, unchanged.");

    public static IResult NoSuchConnection(string name) => Problem(
        StatusCodes.Status404NotFound,
        "There is no such connection.",
        $"No connection '{name}' is configured. A connection is a section Webhooks:Connections:NAME with a Kind and a Secret.");

    /// <summary>
    /// 401, or 503 while we lack our own half of the secret. What was right and what wrong is said as far as it helps an
    /// administrator, and no stranger.
    /// </summary>
    public static IResult NotGenuine(HttpRequest request, Verdict verdict) =>
        verdict == Verdict.NoSecret ? NoSecretYet(request) : NotTrusted(verdict switch
        {
            Verdict.Missing => "The signature or secret that this kind of helpdesk sends is missing. Set the secret in the helpdesk too.",
            Verdict.Stale =>
                "It is signed, but not now: the time that was signed is outside the replay window. Compare the clocks of both sides.",
            _ =>
                "The signature or secret does not match this connection's. Both sides need the same secret, "
                + "and nothing between them may change the body.",
        });

    /// <summary>503: a helpdesk that is told 401 may give up for good, and its event would be lost.</summary>
    public static IResult NoSecretYet(HttpRequest request) => TryAgain(
        request,
        "The connection's secret is not there yet.",
        "It has not come from the Key Vault; GET /api/health/details says what to do. Send it again.");

    public static IResult NotTheAdmin() => Problem(
        StatusCodes.Status401Unauthorized,
        "A dry run is for administrators.",
        "Send the setting AdminKey in the header x-functions-key, or as ?code=. Without that setting, only the local host answers, "
        + "and only this machine.");

    public static IResult NoOperator() => Problem(
        StatusCodes.Status400BadRequest,
        "Nobody is set to send a test mail to.",
        "Set Health:OperatorEmail (Health__OperatorEmail) to the address of whoever looks after the monitor.");

    public static IResult TestMailNotTaken(string to, string why) => Problem(
        StatusCodes.Status502BadGateway, "The mail system did not take the test mail.", $"To {to}: {why}");

    public static IResult NoSuchDryRun() => Problem(
        StatusCodes.Status400BadRequest, "It cannot be told whether this is a dry run.", "dryRun is true or false. Nothing was stored.");

    public static IResult OnlyPosts(string connection) => Problem(
        StatusCodes.Status404NotFound, "There is nothing to see here.", $"The connection '{connection}' takes what its helpdesk posts.");

    public static IResult NotAChallenge(string parameter) => Problem(
        StatusCodes.Status400BadRequest,
        "This challenge is not answered.",
        $"{parameter} has 1 to 128 letters, digits, - and _; anything else could be a message in disguise.");

    /// <summary>503, with when to come again.</summary>
    /// <param name="request">The request that has to be made again.</param>
    /// <param name="cause">Why it cannot be answered now.</param>
    /// <param name="advice">What to do, as a sentence.</param>
    public static IResult TryAgain(HttpRequest request, UnavailableException cause, string advice) =>
        TryAgain(request, TitleOf(cause), $"{cause.Message} {advice}");

    public static ProblemHttpResult Problem(int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail);

    private static string TitleOf(UnavailableException cause) => cause switch
    {
        QueueUnavailableException => "The queue cannot be reached now.",
        SecretUnavailableException => "A secret is not there yet.",
        _ => "The store cannot be reached now.",
    };

    private static ProblemHttpResult TryAgain(HttpRequest request, string title, string detail)
    {
        // Zendesk tries a 503 again only when it says when, and only below a minute.
        request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString();
        return Problem(StatusCodes.Status503ServiceUnavailable, title, detail);
    }
}
