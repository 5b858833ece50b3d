using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/calendars/{token}.ics</c>: the shifts of a rotation, for a calendar program to subscribe to. The address is signed, since
/// such a program cannot sign in.
/// </summary>
public sealed class ShowOnCallCalendar(OnCallAnswers answers)
{
    [Function(nameof(ShowOnCallCalendar))]
    [AnyQuery]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/calendars/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        try
        {
            return await answers.CalendarAsync(request, token, cancellationToken);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Ask again.");
        }
    }
}
