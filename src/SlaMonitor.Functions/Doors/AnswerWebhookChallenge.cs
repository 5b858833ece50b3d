using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Webhooks.Connections;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/webhooks/{connection}</c>: proves to a helpdesk that asks (GLPI, by <c>crc_token</c>) that we have the secret.
/// </summary>
public sealed class AnswerWebhookChallenge(ConnectionBook connections)
{
    [Function(nameof(AnswerWebhookChallenge))]
    [AnyQuery]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/webhooks/{connection}")] HttpRequest request,
        string connection)
    {
        if (connections.Find(connection) is not { } known) return ProblemAnswers.NoSuchConnection(connection);
        if (known.Kind.ChallengeParameter is not { } parameter || !request.Query.TryGetValue(parameter, out var challenge))
            return ProblemAnswers.OnlyPosts(known.Name);
        if (!known.HasSecret) return ProblemAnswers.NoSecretYet(request);

        return known.Answer(challenge.ToString()) is { } answer ? TypedResults.Text(answer) : ProblemAnswers.NotAChallenge(parameter);
    }
}
