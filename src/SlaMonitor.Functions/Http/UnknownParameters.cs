using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Functions.Http;

/// <summary>Refuses what a door does not know: a filter that is mistyped and ignored answers something else than was asked.</summary>
internal static class UnknownParameters
{
    /// <summary>What is wrong with the parameters of a request; <c>null</c> where nothing is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">Which parameters there are.</param>
    public static IResult? Of(HttpRequest request, params string[] known)
    {
        var unknown = request.Query.Keys.Except(known, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        return unknown.Count == 0
            ? null
            : ProblemAnswers.Problem(
                StatusCodes.Status400BadRequest,
                "There is no such parameter.",
                $"{string.Join(", ", unknown)} cannot be asked for here; there is {string.Join(", ", known)}.");
    }
}
