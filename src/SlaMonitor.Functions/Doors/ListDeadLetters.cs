using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
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

    [Function(nameof(ListDeadLetters))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "get", "head", Route = "dead-letters")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var asked = request.Query["from"].FirstOrDefault() ?? "0";
        if (!DeadLetterAnswers.TryParse(asked, out var from)) return ProblemAnswers.NotANumber("from", asked);

        return await DeadLetterAnswers.OfAsync(request, async () => Json.Ok(await PageFromAsync(from, cancellationToken)), "Ask again.");
    }

    private async Task<DeadLetterPage> PageFromAsync(long from, CancellationToken cancellationToken)
    {
        var letters = await desk.ListAsync(from, Page + 1, cancellationToken);
        return new DeadLetterPage(
            [.. letters.Take(Page).Select(letter => DeadLetterView.Of(letter, whole: false))],
            letters.Count > Page ? letters[Page].Sequence : null);
    }
}
