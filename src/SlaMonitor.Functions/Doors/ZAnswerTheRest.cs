using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// Every address and method that no other door takes. The root leads to the board; 405 with <c>Allow</c> where another method would be
/// taken, what is taken to <c>OPTIONS</c>, and 404 where nothing is. The Functions host would answer each of them with an empty 404. It
/// tries functions in the order of their names and takes the first that fits: this one has to be the last.
/// </summary>
public sealed class ZAnswerTheRest
{
    [Function(nameof(ZAnswerTheRest))]
#pragma warning disable CA1822 // a function is found on an instance
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, string? path)
#pragma warning restore CA1822
    {
        var isRoot = string.IsNullOrEmpty(path);
        if (isRoot && Reads(request)) return TypedResults.Redirect(BoardAddress.Root + BoardAddress.Board + request.QueryString);

        var taken = isRoot ? [HttpMethods.Get, HttpMethods.Head] : DoorCatalog.MethodsOf($"/{path}");
        if (taken.Count == 0) return ProblemAnswers.NothingThere(request);

        var allowed = string.Join(", ", taken.Append(HttpMethods.Options));
        request.HttpContext.Response.Headers.Allow = allowed;
        return HttpMethods.IsOptions(request.Method) ? TypedResults.NoContent() : ProblemAnswers.NotThisMethod(request, allowed);
    }

    private static bool Reads(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
