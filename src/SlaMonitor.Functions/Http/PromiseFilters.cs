using Microsoft.AspNetCore.Http;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Http;

/// <summary>Which promises a request asks for.</summary>
internal static class PromiseFilters
{
    /// <summary>Reads them. A form sends what was not chosen as empty.</summary>
    /// <returns>What is wrong with them; <c>null</c> where nothing is.</returns>
    public static IResult? Read(HttpRequest request, out PromiseFilter filter)
    {
        var state = Of(BoardParameters.State);
        var standing = StoredName.Find<PromiseStanding>(state);
        filter = new PromiseFilter(
            Of(BoardParameters.Agreement), Of(BoardParameters.Target), Of(BoardParameters.Customer), Of(BoardParameters.Group),
            Of(BoardParameters.Assignee), standing);
        return state is not null && standing is null
            ? ProblemAnswers.Problem(
                StatusCodes.Status400BadRequest,
                "There is no such state.",
                $"'{state}' is no state of an open promise; there is "
                + $"{string.Join(", ", PromiseQueryAttribute.States)}.")
            : null;

        string? Of(string name) => request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
    }
}
