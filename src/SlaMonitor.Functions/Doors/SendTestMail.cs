using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Health.SelfTest;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>POST /api/test-mail</c>: sends the operator a test mail, and answers with what the mail system said.</summary>
public sealed class SendTestMail(TestMails mails)
{
    [Function(nameof(SendTestMail))]
    [Answer(200, "It was taken.", Json = typeof(TestMailView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/test-mail")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (UnknownParameters.Of<SendTestMail>(request) is { } unknown) return unknown;
        if (mails.Operator is not { } to) return ProblemAnswers.NoOperator();

        return await mails.SendAsync(cancellationToken) switch
        {
            SendOutcome.Accepted accepted => Json.Ok(new TestMailView(to, accepted.Reference)),
            var outcome => ProblemAnswers.TestMailNotTaken(to, TestMails.Reason(outcome) ?? "no reason was given"),
        };
    }
}
