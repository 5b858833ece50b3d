using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/agreements</c>: every agreement with the version in force, since when, and its files.</summary>
public sealed class ListAgreements(IAgreementSource agreements, IClock clock)
{
    [Function(nameof(ListAgreements))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/agreements")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ListAgreements>(request) is { } unknown) return unknown;

        var book = await agreements.GetTermsAsync(cancellationToken);
        var (files, now) = (agreements.Files, clock.GetCurrentInstant());
        return Json.Ok(new AgreementListView(
            [.. book.Agreements.Select(history => AgreementView.Of(history, files, now))],
            agreements.Troubles is { Count: > 0 } troubles ? troubles : null));
    }
}
