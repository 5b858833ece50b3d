using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/agreements/{id}/versions</c>: the versions of an agreement, from when until when each holds, and in words what is other in
/// it than in the one before.
/// </summary>
public sealed class ListAgreementVersions(IAgreementSource agreements, IClock clock)
{
    [Function(nameof(ListAgreementVersions))]
    [Query(BoardParameters.Language, "The language of the sentences; without it, what the caller accepts.", Values = ["en", "zh-CN"])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/agreements/{id}/versions")] HttpRequest request, string id,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ListAgreementVersions>(request) is { } unknown) return unknown;

        var book = await agreements.GetTermsAsync(cancellationToken);
        return book.Agreements.FirstOrDefault(history => string.Equals(history.Id, id, StringComparison.Ordinal)) is { } history
            ? Json.Ok(VersionViews.Of(history, agreements.Files, clock.GetCurrentInstant(), request.LanguageOf()))
            : ReportProblems.NoSuchAgreement(id);
    }
}
