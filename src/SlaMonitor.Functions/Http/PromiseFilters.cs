using Microsoft.AspNetCore.Http;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Tickets;
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
        var (state, priority) = (Of(BoardParameters.State), Of(PriorityQueryAttribute.Name));
        filter = new PromiseFilter(
            Of(BoardParameters.Agreement), Of(BoardParameters.Target), Of(BoardParameters.Customer), Of(BoardParameters.Group),
            Of(BoardParameters.Assignee), StoredName.Find<PromiseStanding>(state))
        {
            Priority = StoredName.Find<TicketPriority>(priority),
        };
        if (state is not null && filter.Standing is null)
        {
            return ProblemAnswers.Problem(
                StatusCodes.Status400BadRequest,
                "There is no such state.",
                $"'{state}' is no state of an open promise; there is {string.Join(", ", PromiseQueryAttribute.States)}.");
        }

        return priority is not null && filter.Priority is null
            ? ProblemAnswers.Problem(
                StatusCodes.Status400BadRequest,
                "There is no such priority.",
                $"'{priority}' is no priority; there is {string.Join(", ", PriorityQueryAttribute.Values)}.")
            : null;

        string? Of(string name) => request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
    }
}
