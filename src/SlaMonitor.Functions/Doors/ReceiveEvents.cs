using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.CloudEvents;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/events</c>: CloudEvents in; 2xx only when they are stored for good.</summary>
public sealed class ReceiveEvents(DeliveryReader reader, EventIngestor ingestor)
{
    [Function(nameof(ReceiveEvents))]
    [AnyQuery]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/events")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body) return ProblemAnswers.TooLarge();

        var delivery = reader.Read(request.ContentType, request.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString())), body);
        if (delivery.Problems.Count > 0) return ProblemAnswers.Of(delivery);

        try
        {
            var receipt = await ingestor.IngestAsync(delivery.Events, cancellationToken);
            return Receipts.Of(receipt with { Clipped = delivery.Clipped });
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Send it again; what was stored already will be recognised.");
        }
    }
}
