using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Health.SelfTest;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/test-mail</c>: sends the operator a test mail, and answers with what the mail system said.</summary>
public sealed class SendTestMail(TestMails mails, AccessKeys keys, AuditTrail trail)
{
    [Function(nameof(SendTestMail))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/test-mail")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<SendTestMail>(request) is { } unknown) return unknown;
        if (mails.Operator is not { } to) return ProblemAnswers.NoOperator();

        var outcome = await mails.SendAsync(cancellationToken);
        if (outcome is not SendOutcome.Accepted accepted)
            return ProblemAnswers.TestMailNotTaken(to, TestMails.Reason(outcome) ?? "no reason was given");

        await trail.RecordAsync(request.Identity(keys).Name, AuditDeed.TestMailSent, to, detail: null, cancellationToken);
        return Json.Ok(new { To = to, Answer = accepted.Reference });
    }
}
