using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Forgetting;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/forgotten</c>: who was forgotten when, and what was erased, without their names.</summary>
public sealed class ListForgotten(ErasureRecords records)
{
    [Function(nameof(ListForgotten))]
    [Answer(200, "The erasures.", Json = typeof(ForgottenPage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "get", "head", Route = "api/forgotten")] HttpRequest request,
        CancellationToken cancellationToken) =>
        UnknownParameters.Of<ListForgotten>(request)
        ?? await OutageAnswers.OrTryAgainAsync(
            request, "Ask again.", async () => Json.Ok(new ForgottenPage(await records.ListAsync(cancellationToken))));
}
