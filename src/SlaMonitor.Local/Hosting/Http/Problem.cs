using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SlaMonitor.Monitoring.Bodies;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>The host's own answers, as RFC 9457 problem details.</summary>
internal static class Problem
{
    public static ProblemHttpResult NotFound(HttpContext context) =>
        TypedResults.Problem(
            $"No function answers {context.Request.Method} {context.Request.Path}.",
            statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult Unauthorized(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status401Unauthorized);

    public static ProblemHttpResult OfAnotherSite() =>
        TypedResults.Problem(
            "A page of another site has sent this (Sec-Fetch-Site, Origin). Send it from a program, or from a page of this address.",
            statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult BadRequest(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult Conflict(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult TooLarge() =>
        TypedResults.Problem(
            $"The body has more than {BoundedBody.LongestRequest} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);

    /// <summary>What went wrong is in the log, and no business of the caller's.</summary>
    public static ProblemHttpResult Unexpected() =>
        TypedResults.Problem("The function failed. The host's log says why.", statusCode: StatusCodes.Status500InternalServerError);
}
