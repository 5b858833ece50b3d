using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dead-letters?from=NUMBER</c>: the messages that were given up, so that somebody was not told by each. Up to a hundred,
/// lowest number first; <c>next</c> leads on where there are more.
/// </summary>
public sealed class ListDeadLetters(DeadLetterDesk desk)
{
    private const int Page = 100;
    private const string From = "from";

    [Function(nameof(ListDeadLetters))]
    [Query(From, "The number to begin with.", Example = "17")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "get", "head", Route = "api/dead-letters")] HttpRequest request,
        CancellationToken cancellationToken) =>
        DeadLetterAnswers.OfAsync<ListDeadLetters>(
            request,
            async () =>
            {
                var asked = request.Query[From].FirstOrDefault() ?? "0";
                return DeadLetterAnswers.TryParse(asked, out var from)
                    ? Json.Ok(await PageFromAsync(from, cancellationToken))
                    : ProblemAnswers.NotANumber(From, asked);
            },
            "Ask again.");

    private async Task<DeadLetterPage> PageFromAsync(long from, CancellationToken cancellationToken)
    {
        var letters = await desk.ListAsync(from, Page + 1, cancellationToken);
        return new DeadLetterPage(
            [.. letters.Take(Page).Select(letter => DeadLetterView.Of(letter, whole: false))],
            letters.Count > Page ? letters[Page].Sequence : null);
    }
}
