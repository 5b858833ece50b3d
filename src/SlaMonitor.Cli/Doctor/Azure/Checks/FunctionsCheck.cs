using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>Whether the host found every function in the package.</summary>
internal sealed class FunctionsCheck(DeployedApp app) : ICheck
{
    /// <summary>The functions of the monitor.</summary>
    public static IReadOnlyList<string> Expected { get; } =
    [
        "AnswerWebhookChallenge", "ApproveReport", "CheckAgreement", "DropDeadLetter", "EvaluateDeadlines", "ForgetPerson",
        "KeepBoardName", "ListAgreementVersions", "ListAgreements", "ListDeadLetters", "ListForgotten", "ListNotifications",
        "ListOnCall", "ListPromises", "ListTickets", "RateTicket", "ReceiveDeliveryReports", "ReceiveEvents", "ReceiveWebhook",
        "ResendDeadLetter", "ResendDeadLetters", "ResendFromBoard", "SendNotification", "SendTestMail", "ShowAcknowledgement",
        "ShowApi", "ShowApiPage", "ShowAudit", "ShowBadge", "ShowBoard", "ShowBoardFile", "ShowBoardName", "ShowBoardReport",
        "ShowBoardReportFigure", "ShowBoardTicket", "ShowDeadLetter", "ShowHealth", "ShowHealthDetails", "ShowLiveness",
        "ShowMetrics", "ShowMonitor", "ShowMonth", "ShowOnCall", "ShowOnCallCalendar", "ShowOwnShifts", "ShowReport",
        "ShowReportApproval", "ShowReportFigure", "ShowSurvey", "ShowTicket", "SignIn", "SignOut", "SwapOwnShift", "SwapShift",
        "TakeAcknowledgement", "TakeBoardPromise", "ZAnswerTheRest",
    ];

    public string Name => "functions";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var found = await app.FunctionsAsync(cancellationToken);
        var missing = Expected.Except(found, StringComparer.Ordinal).ToList();
        if (missing.Count == 0) return Finding.Ok($"all {Expected.Count} are found");

        return missing.Count == Expected.Count
            ? Finding.Failed("none is found", "azd deploy; if that does not help, docs/deploy.md, 'Verify at the first deployment', 1")
            : Finding.Failed($"missing: {string.Join(", ", missing)}", "azd deploy: the package is of another version");
    }
}
