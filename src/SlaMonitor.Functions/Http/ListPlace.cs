using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Http;

/// <summary>The parameter by which lists are gone on with, and what is answered where it is none.</summary>
internal static class ListPlace
{
    /// <summary>The parameter that carries the place.</summary>
    public const string Parameter = "after";

    /// <summary>What the parameter does.</summary>
    public const string Meaning = "The place to go on at: what the answer before said as next, unchanged.";

    /// <summary>A page of a list, 400 where its place is none, or 503 while the store is away.</summary>
    /// <param name="request">The request.</param>
    /// <param name="page">Makes the page from the store's own words for its place, <c>null</c> for the first.</param>
    public static async Task<IResult> PageAsync(HttpRequest request, Func<string?, Task<IResult>> page)
    {
        try
        {
            return PagePlace.TryRead(request.Query[Parameter].FirstOrDefault(), out var after)
                ? await page(after)
                : ProblemAnswers.NotAPlace(Parameter);
        }
        catch (ArgumentException)
        {
            return ProblemAnswers.NotAPlace(Parameter);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
