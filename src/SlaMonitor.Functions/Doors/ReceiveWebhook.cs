using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/webhooks/{connection}</c>: a helpdesk's own webhook in; 2xx only when it is stored for good. No key: helpdesks cannot send
/// one, they sign. With <c>?dryRun=true</c> and the admin key, it says what would be stored.
/// </summary>
public sealed class ReceiveWebhook(
    ConnectionBook connections, WebhookReader reader, EventIngestor ingestor, AccessKeys keys, LastDeliveries deliveries)
{
    [Function(nameof(ReceiveWebhook))]
    [AnyQuery]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/{connection}")] HttpRequest request, string connection,
        CancellationToken cancellationToken)
    {
        if (connections.Find(connection) is not { } known) return ProblemAnswers.NoSuchConnection(connection);
        if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body) return ProblemAnswers.TooLarge();

        var webhook = WebhookRequests.Of(request, body);
        if (WebhookRequests.AsksForDryRun(request) is not { } isDryRun) return ProblemAnswers.NoSuchDryRun();
        if (isDryRun) return request.IsFromAdmin(keys) ? Json.Ok(reader.Try(known, webhook)) : ProblemAnswers.NotTheAdmin();

        var reading = reader.Read(known, webhook);
        if (reading.Translation is not { } translation) return ProblemAnswers.NotGenuine(request, reading.Verdict);
        if (translation.Problems.Count > 0) return ProblemAnswers.Of(translation.Problems, translation.IsUnsupportedMediaType);

        try
        {
            var receipt = await ingestor.IngestAsync(translation.Events, cancellationToken);
            await deliveries.NoteAsync(known.Name, cancellationToken);
            return Receipts.Of(receipt with { Clipped = translation.Clipped }, translation.Ignored);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Send it again; what was stored already will be recognised.");
        }
    }
}
