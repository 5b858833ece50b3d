using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Azure.SendGrid.Events;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/webhooks/sendgrid-events</c>: what became of mails that SendGrid took, signed by SendGrid.</summary>
public sealed class ReceiveDeliveryReports(EventSignature signature, IDeliveryReports reports)
{
    [Function(nameof(ReceiveDeliveryReports))]
    [AnyQuery]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/sendgrid-events")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body) return ProblemAnswers.TooLarge();

        var headers = request.Headers;
        var check = signature.Check(headers[EventSignature.SignatureHeader], headers[EventSignature.TimestampHeader], body);
        if (check != SignatureCheck.Valid) return ProblemAnswers.NotTrusted(Why(check));
        if (EventReader.Read(body) is not { } told) return ProblemAnswers.NotUnderstood("The body is no JSON array of events.");

        try
        {
            await reports.AcceptAsync(told, cancellationToken);
            return TypedResults.NoContent();
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Send it again.");
        }
    }

    private static string Why(SignatureCheck check) => check switch
    {
        SignatureCheck.NoKey => "No verification key is set: SendGrid:EventWebhook:PublicKey.",
        SignatureCheck.Missing =>
            $"{EventSignature.SignatureHeader} and {EventSignature.TimestampHeader} must hold SendGrid's signature and its time.",
        SignatureCheck.OutOfTime => "It was signed too long ago, or in the future.",
        _ => "The signature is not one of this body by the key that is set.",
    };
}
