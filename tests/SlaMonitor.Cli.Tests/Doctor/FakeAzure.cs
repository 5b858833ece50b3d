using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Cli.Doctor.Azure.Checks;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Tests.Doctor;

/// <summary>
/// An Azure of one test's own, in which all is well until the test says otherwise: <c>fake-az</c> stands where <c>az</c> and <c>azd</c>
/// are looked for.
/// </summary>
public sealed class FakeAzure : IDisposable
{
    public const string Key = "the-function-key";

    private const string Group = "/subscriptions/s-1/resourceGroups/rg-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-doctor-").FullName;
    private readonly List<string> _parts = [];
    private readonly Uri _url;

    /// <summary>Makes it.</summary>
    /// <param name="url">Where the monitor is, and SendGrid.</param>
    public FakeAzure(Uri url)
    {
        _url = url;
        foreach (var tool in (string[])["az", "azd"])
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Doctor", "fake-az"), In(tool));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(In(tool), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        AllIsWell();
    }

    /// <summary>A machine without Azure's tools.</summary>
    internal static Surroundings Nowhere { get; } = new(_ => null, new FakeTimeProvider(), Path.GetTempPath());

    /// <summary>The variables that <c>sla</c> is started with.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Every call, its arguments on a line.</summary>
    public string[] Calls => File.Exists(In("calls")) ? File.ReadAllLines(In("calls")) : [];

    internal Surroundings Surroundings =>
        new(Variables.GetValueOrDefault, new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)), _folder);

    /// <summary>Lets calls with this part print something as JSON.</summary>
    public void Answer(string part, object output) => Print(part, JsonSerializer.Serialize(output));

    /// <summary>Lets calls with this part print something.</summary>
    public void Print(string part, string output) => Keep(part, "output", output);

    /// <summary>Lets calls with this part fail.</summary>
    public void Fail(string part, string error) => Keep(part, "error", error);

    /// <summary>Takes a tool away.</summary>
    public void Remove(string tool) => File.Delete(In(tool));

    /// <summary>Gives the app these settings, beside those that it needs; an empty one is taken away.</summary>
    public void Settings(params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual =
        [
            ("NotificationsQueue", "notifications"), ("Acknowledgement__PublicUrl", _url.ToString()),
            ("SendGrid__From", "sla@example.com"), ("SendGrid__Host", _url.ToString()),
        ];
        var settings = usual.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal);
        foreach (var (name, value) in more) settings[name] = value;
        Answer(
            "appsettings list",
            settings.Where(setting => setting.Value.Length > 0).Select(setting => new { name = setting.Key, value = setting.Value }));
    }

    /// <summary>What Azure says of the app.</summary>
    public void App(string host, params string[] identities) => Answer(
        "functionapp show",
        new
        {
            id = $"{Group}/providers/Microsoft.Web/sites/func-1",
            defaultHostName = host,
            identity = new { userAssignedIdentities = identities.ToDictionary(id => $"{Group}/i/{id}", id => new { principalId = id }) },
        });

    /// <summary>The functions that the host found.</summary>
    public void Functions(params string[] names) => Answer("function list", names.Select(name => new { name = $"func-1/{name}" }));

    /// <summary>How the references to the Key Vault are.</summary>
    public void Secrets(params (string Name, string Status)[] references) => Answer(
        "configreferences",
        new { value = references.Select(reference => new { name = reference.Name, properties = new { status = reference.Status } }) });

    /// <summary>The tables of the account.</summary>
    public void Tables(params string[] names) => Answer("default/tables", new { value = names.Select(name => new { name }) });

    /// <summary>Sets these alerts, all on or all off.</summary>
    public void Alerts(string type, bool enabled, params string[] names) => Answer(
        $"Microsoft.Insights/{type}", new { value = names.Select(name => new { name = $"alert-x-{name}", properties = new { enabled } }) });

    /// <summary>Whom alerts tell.</summary>
    public void Receivers(params string[] addresses)
    {
        var properties = new { enabled = true, emailReceivers = addresses.Select(emailAddress => new { emailAddress }) };
        Answer("Microsoft.Insights/actionGroups", new { value = new[] { new { properties } } });
    }

    /// <summary>Gives roles to whoever is called so.</summary>
    public void Roles(string assignee, string scope, params string[] roles) => Answer(
        $"--assignee {assignee} ", roles.Select(role => new { roleDefinitionName = role, scope }));

    /// <summary>What lies in the queue.</summary>
    public void Queue(int waiting, int dead, string status = "Active") => Answer(
        "servicebus queue show", new { status, countDetails = new { activeMessageCount = waiting, deadLetterMessageCount = dead } });

    /// <summary>What went through the queue.</summary>
    public void Traffic(int sent, int received)
    {
        Answer("monitor metrics list", new { value = new[] { Metric("IncomingMessages", sent), Metric("OutgoingMessages", received) } });

        static object Metric(string value, double total) =>
            new { name = new { value }, timeseries = new[] { new { data = new object[] { new { timeStamp = "t" }, new { total } } } } };
    }

    /// <summary>How many evaluations telemetry knows.</summary>
    public void Runs(int runs) => Answer("app-insights query", new { tables = new[] { new { rows = new[] { new[] { runs } } } } });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void AllIsWell()
    {
        Print(
            "azd env get-values",
            $"""
            AZURE_RESOURCE_GROUP="rg-1"
            AZURE_SUBSCRIPTION_ID="s-1"
            MONITOR_URL="{_url}"
            SERVICE_MONITOR_NAME="func-1"
            SERVICE_BUS_NAME="sb-1"
            STORAGE_ACCOUNT_NAME="st1"
            APPLICATION_INSIGHTS_NAME="appi-1"
            """);
        Answer("account show", new { name = "Prod", user = new { name = "anna@example.com" } });
        Roles("anna@example.com", "/subscriptions/s-1", "Reader", "Contributor", "Reader");
        Roles(
            "p-1", $"{Group}/providers/x", "Azure Service Bus Data Receiver", "Azure Service Bus Data Sender", "Key Vault Secrets User",
            "Monitoring Metrics Publisher", "Storage Blob Data Owner", "Storage Table Data Contributor");
        App(_url.Host, "p-1");
        Functions([.. FunctionsCheck.Expected]);
        Settings();
        Answer("keys list", new { functionKeys = new { @default = Key }, masterKey = "m" });
        Secrets(("SendGrid__ApiKey", "Resolved"));
        Tables("Tickets", "Due", "Notifications", "Mails");
        Answer("storage entity query", new { items = Array.Empty<object>() });
        Queue(waiting: 2, dead: 0);
        Traffic(sent: 3, received: 3);
        Alerts("scheduledQueryRules", enabled: true, "heartbeat", "lag", "mails", "webhooks");
        Alerts("metricAlerts", enabled: true, "dead-letters", "backlog", "availability");
        Receivers("operator@example.com");
        Runs(15);
    }

    private string In(string path) => Path.Combine(_folder, path);

    private void Keep(string part, string file, string text)
    {
        if (!_parts.Contains(part)) _parts.Add(part);
        var folder = In($"answers/{_parts.IndexOf(part):00}");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "part"), part);
        File.WriteAllText(Path.Combine(folder, file), text + "\n");
    }
}
