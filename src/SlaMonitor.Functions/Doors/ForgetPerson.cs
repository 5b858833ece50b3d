using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Forgetting;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>POST /api/forgotten</c>: erases a person, by the names in the body, from all that the monitor keeps. The names are no part of the
/// address: proxies keep those. An answer with <c>next</c> is a stretch of it: send the same again with <c>from</c> set to that.
/// </summary>
public sealed class ForgetPerson(PersonForgetting forgetting, AccessKeys keys, AuditTrail trail)
{
    [Function(nameof(ForgetPerson))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/forgotten")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<ForgetPerson>(request) is { } unknown) return unknown;
        if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body) return ProblemAnswers.TooLarge();
        if (ForgetRequest.Read(body, out var problem) is not { } asked) return ProblemAnswers.NotUnderstood(problem);

        try
        {
            if (await forgetting.GoOnAsync(asked.Names, asked.From, cancellationToken) is not { } done)
                return ProblemAnswers.NotAPlace("from");

            if (done.Next is null)
            {
                await trail.RecordAsync(
                    request.Identity(keys).Name, AuditDeed.PersonForgotten, done.Record.Id, detail: null, cancellationToken);
            }

            return Json.Ok(done);
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, "What was erased stays so. Begin again, without from.");
        }
    }
}
