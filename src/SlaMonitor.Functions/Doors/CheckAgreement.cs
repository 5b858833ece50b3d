using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/agreements/check</c>: tries the YAML in the body as one of the agreement files, and changes nothing. It says what is wrong
/// with it and where, and how many open tickets would move, and be late at once.
/// </summary>
public sealed class CheckAgreement(AgreementTrial trial)
{
    [Function(nameof(CheckAgreement))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/agreements/check")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<CheckAgreement>(request) is { } unknown) return unknown;
        if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body) return ProblemAnswers.TooLarge();
        if (body.Length == 0) return ProblemAnswers.NotUnderstood("The body is an agreement in YAML, as docs/agreement.md shows it.");

        try
        {
            return Json.Ok(await trial.TryAsync(body, cancellationToken));
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "Send it again.");
        }
    }
}
