using SlaMonitor.Architecture.Tests.Deployment;
using SlaMonitor.Cli.Doctor.Azure.Checks;

namespace SlaMonitor.Cli.Tests.Doctor;

/// <summary><c>sla doctor --azure</c> on an installation in which one thing is not well: its row says so, and what to do.</summary>
public sealed class IllTests : IAsyncLifetime
{
    private StubMonitor _monitor = null!;
    private FakeAzure _azure = null!;

    public async Task InitializeAsync()
    {
        _monitor = await StubMonitor.StartAsync();
        _azure = new FakeAzure(_monitor.Url);
        _azure.Variables["SENDGRID_API_KEY"] = "SG.secret";
    }

    public async Task DisposeAsync()
    {
        _azure.Dispose();
        await _monitor.DisposeAsync();
    }

    [ShellFact]
    public void Identity_NotLoggedIn_EveryOtherCheckIsStillRun()
    {
        _azure.Fail("account show", "ERROR: Please run 'az login' to setup account.");

        Assert.Equal("failed   az account: ERROR: Please run 'az login' to setup account.\nto do: az login", Row("identity"));
    }

    [ShellFact]
    public void Identity_WithoutARole_Fails()
    {
        _azure.Roles("anna@example.com", "");

        Assert.Equal(
            "failed   anna@example.com, subscription Prod; no role on rg-1\n"
            + "to do: is it the right subscription? az account set, or --subscription",
            Row("identity"));
    }

    [ShellFact]
    public void AppRoles_OneMissing_AndOneOfAnotherGroup_AreNamed()
    {
        _azure.App("127.0.0.1", "p-1", "p-2");
        _azure.Roles(
            "p-1", "/subscriptions/s-1/resourceGroups/rg-1/providers/x", "Azure Service Bus Data Receiver", "Key Vault Secrets User",
            "Monitoring Metrics Publisher", "Storage Table Data Contributor");
        _azure.Roles("p-2", "/subscriptions/s-1/resourceGroups/rg-2/providers/x", "Storage Blob Data Owner");

        Assert.Equal(
            "failed   missing: Azure Service Bus Data Sender, Storage Blob Data Owner\n"
            + "to do: azd provision, which gives roles again; a new one takes minutes",
            Row("roles of the app"));
    }

    [ShellFact]
    public void AppRoles_WithoutIdentity_Fails()
    {
        _azure.App("127.0.0.1");

        Assert.Equal("failed   the app has no identity of its own\nto do: azd provision", Row("roles of the app"));
    }

    [ShellFact]
    public void Functions_None_OrNotAll_AreTwoTroubles()
    {
        _azure.Functions();
        Assert.StartsWith("failed   none is found\nto do: azd deploy; if", Row("functions"), StringComparison.Ordinal);

        _azure.Functions([.. FunctionsCheck.Expected.Where(name => name != "TakeAcknowledgement")]);
        Assert.Equal("failed   missing: TakeAcknowledgement\nto do: azd deploy: the package is of another version", Row("functions"));
    }

    [ShellFact]
    public void Address_OfAnotherHost_FailsUnlessItIsTheOneThatIsAsked()
    {
        _azure.App("func-1.azurewebsites.net", "p-1");
        Assert.Equal(
            $"ok       links in mails begin with {_monitor.Url}, which is asked here; the app's own is func-1.azurewebsites.net",
            Row("address", exit: 0));

        _azure.Settings(("Acknowledgement__PublicUrl", "https://sla.example.com"));
        Assert.Equal(
            "failed   links in mails begin with https://sla.example.com/, and the app is func-1.azurewebsites.net\n"
            + "to do: azd env set PUBLIC_URL https://func-1.azurewebsites.net, azd provision; or ask by that name: "
            + "--url https://sla.example.com/",
            Row("address"));

        _azure.Settings(("Acknowledgement__PublicUrl", ""));
        Assert.StartsWith("failed   Acknowledgement__PublicUrl is ''", Row("address"), StringComparison.Ordinal);
    }

    [ShellFact]
    public void Secrets_NotFetched_AreNamed()
    {
        _azure.Secrets(("SendGrid__ApiKey", "SecretNotFound"), ("Acknowledgement__Key", "Resolved"));
        Assert.StartsWith("failed   SendGrid__ApiKey: SecretNotFound\nto do: azd hooks run", Row("secrets"), StringComparison.Ordinal);

        _azure.Secrets();
        Assert.Equal("failed   no setting refers to the Key Vault\nto do: azd provision", Row("secrets"));
    }

    [ShellFact]
    public void Tables_Missing_AreNamed()
    {
        _azure.Tables("Tickets", "Mails", "AzureFunctionsDiagnosticEvents");

        Assert.Equal("failed   missing: Due, Notifications\nto do: azd provision", Row("tables"));
    }

    [ShellFact]
    public void TableRead_WithoutLeave_IsSkipped_AndOtherwiseFails()
    {
        _azure.Fail("storage entity query", "ERROR: You do not have the required permissions needed to perform this operation.");
        Assert.StartsWith("skipped  you may not read them", Row("tables, read", exit: 0), StringComparison.Ordinal);

        _azure.Fail("storage entity query", "ERROR: The account is being moved.");
        Assert.Equal(
            "failed   az storage: ERROR: The account is being moved.\nto do: see what it says: az storage entity query "
            + "--table-name Tickets --account-name st1 --auth-mode login --num-results 1 --subscription s-1 --output json",
            Row("tables, read"));
    }

    [ShellFact]
    public void Queue_WithDeadLetters_OrDisabled_OrUnnamed_Fails()
    {
        _azure.Queue(waiting: 0, dead: 2);
        Assert.Equal(
            "failed   notifications: 0 waiting, 2 dead letter(s), Active\nto do: docs/deploy.md, 'Dead letters'", Row("queue"));

        _azure.Queue(waiting: 7, dead: 0, "ReceiveDisabled");
        Assert.StartsWith("failed   notifications: 7 waiting, 0 dead letter(s), ReceiveDisabled\n", Row("queue"), StringComparison.Ordinal);

        _azure.Settings(("NotificationsQueue", ""));
        Assert.StartsWith("failed   the app's setting NotificationsQueue is missing\n", Row("queue"), StringComparison.Ordinal);
    }

    [ShellFact]
    public void Traffic_SentAndNotReceived_Fails_AndNoneIsSkipped()
    {
        _azure.Traffic(sent: 4, received: 0);
        Assert.StartsWith("failed   4 sent, 0 received in 24 hours\n", Row("queue, in and out"), StringComparison.Ordinal);

        _azure.Traffic(sent: 0, received: 0);
        Assert.StartsWith("skipped  0 sent, 0 received in 24 hours: no", Row("queue, in and out", exit: 0), StringComparison.Ordinal);
    }

    [ShellFact]
    public void Alerts_MissingOrOff_OrTellingNobody_Fail()
    {
        _azure.Receivers();
        Assert.StartsWith("failed   the alerts tell nobody\n", Row("alerts"), StringComparison.Ordinal);

        _azure.Alerts("metricAlerts", enabled: false, "dead-letters", "backlog", "availability");
        _azure.Alerts("scheduledQueryRules", enabled: true, "heartbeat", "lag", "mails");
        Assert.Equal(
            "failed   missing, or off: dead-letters, availability, backlog, webhooks\nto do: azd provision", Row("alerts"));
    }

    [ShellFact]
    public void Heartbeat_Silent_Fails()
    {
        _azure.Runs(0);

        Assert.StartsWith("failed   no evaluation has ended well for 15 minutes\n", Row("heartbeat"), StringComparison.Ordinal);
    }

    [ShellFact]
    public void Health_WithProblems_OrNoJson_Fails()
    {
        _monitor.Answer(StubMonitor.Health, 503, """{"status":"unhealthy","problems":["The secret is missing.","The table too."]}""");
        Assert.Equal(
            "failed   503 unhealthy: The secret is missing. The table too.\nto do: docs/deploy.md, 'When it does not work'", Row("health"));

        _monitor.Answer(StubMonitor.Health, 200, """{"status":"degraded","problems":["2 notification(s) lie with the dead letters."]}""");
        Assert.StartsWith("failed   200 degraded: 2 notification(s)", Row("health"), StringComparison.Ordinal);

        _monitor.Answer(StubMonitor.Health, 503, "Function host is not running.");
        Assert.StartsWith("failed   503, without JSON\n", Row("health"), StringComparison.Ordinal);

        _monitor.Answer(StubMonitor.Health, 200, "{");
        Assert.StartsWith("failed   the answer is not understood: ", Row("health"), StringComparison.Ordinal);

        _monitor.Answer(StubMonitor.Health, _ => null);
        Assert.StartsWith("failed   no answer: ", Row("health"), StringComparison.Ordinal);
    }

    [ShellFact]
    public void Reports_ThatGoElsewhere_Fail_AndWithoutAKeyAreSkipped()
    {
        _monitor.Answer(StubMonitor.Reports, 404, "No connection 'sendgrid-events' is configured.");
        Assert.StartsWith("failed   404 No connection", Row("SendGrid's events"), StringComparison.Ordinal);

        _monitor.Answer(StubMonitor.Reports, 401, "No verification key is set: SendGrid:EventWebhook:PublicKey.");
        Assert.StartsWith("skipped  their function answers", Row("SendGrid's events", exit: 0), StringComparison.Ordinal);
    }

    [ShellFact]
    public void Mail_Refused_OrTakenForReal_Fails()
    {
        _monitor.Answer(StubMonitor.Mail, 401, """{"errors":[{"message":"The provided authorization grant is invalid"}]}""");
        Assert.StartsWith("failed   401 from 127.0.0.1: {\"errors\"", Row("sandbox mail"), StringComparison.Ordinal);

        _monitor.Answer(StubMonitor.Mail, 202, "");
        Assert.StartsWith("failed   202 from 127.0.0.1: taken as a real mail", Row("sandbox mail"), StringComparison.Ordinal);

        _azure.Settings(("SendGrid__From", ""));
        Assert.StartsWith("failed   the app's setting SendGrid__From is missing\n", Row("sandbox mail"), StringComparison.Ordinal);
    }

    [ShellFact]
    public void Mail_WithoutAKey_IsSkipped_AndNoKeyGoesInTheClear()
    {
        _azure.Settings(("SendGrid__Host", "http://sendgrid.example"));
        Assert.StartsWith(
            "failed   'http://sendgrid.example' is no https address, and would get the SendGrid key in the clear\n",
            Row("sandbox mail"),
            StringComparison.Ordinal);

        _azure.Variables.Clear();
        Assert.StartsWith("skipped  no key is given in SENDGRID_API_KEY\n", Row("sandbox mail", exit: 0), StringComparison.Ordinal);
    }

    [ShellFact]
    public void ControlCharacters_AreKeptFromTheTerminal()
    {
        _monitor.Answer(StubMonitor.Health, 503, "{\"status\":\"\\u001b[2Jgone\",\"problems\":[\"a\\nhealth  ok\\u202e\"]}");

        Assert.StartsWith("failed   503 [2Jgone: a health ok\n", Row("health"), StringComparison.Ordinal);
    }

    private string Row(string check, int exit = 1)
    {
        var (code, output, error) = Consultation.Run(_azure);
        Assert.Equal(("", exit), (error, code));
        Assert.Contains("\ncanary ", output, StringComparison.Ordinal);
        return Consultation.RowOf(output, check);
    }
}
