using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/calendars/{token}.ics</c>: the shifts of a rotation, for a calendar program to subscribe to. The address is signed, since
/// such a program cannot sign in.
/// </summary>
public sealed class ShowOnCallCalendar(OnCallAnswers answers)
{
    [Function(nameof(ShowOnCallCalendar))]
    [AnyQuery]
    [Answer(200, "The calendar.", MediaTypes = ["text/calendar"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/calendars/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken) =>
        OutageAnswers.OrTryAgainAsync(request, "Ask again.", () => answers.CalendarAsync(request, token, cancellationToken));
}
