using System.CommandLine;
using SlaMonitor.Cli.DataFolders;
using SlaMonitor.Cli.Doctor.Azure;
using SlaMonitor.Cli.Doctor.Azure.Checks;
using SlaMonitor.Cli.Doctor.Findings;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Doctor;

/// <summary><c>sla doctor</c>: looks whether an installation can do its work.</summary>
internal static class DoctorCommand
{
    // A new app may take a minute for its first answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static Command Create(Surroundings surroundings)
    {
        var azure = new Option<bool>("--azure") { Description = "The installation in Azure, by az as you are logged in there." };
        var names = InstallationName.All.ToDictionary(name => name, name => name.CreateOption());
        var data = DataFolderOption.CreateWithout();
        var agreements = new Option<string?>("--agreement")
        {
            HelpName = "FOLDER",
            Description = "With --data: the agreements in force. Without it, those beside the program.",
        };
        var rebuild = new Option<bool>("--rebuild")
        {
            Description = "With --data: makes anew from the log what is not good, after a copy of the old files. Stop the monitor first.",
        };
        var json = JsonOption.Create();
        var customer = new Option<string?>("--customer")
        {
            HelpName = "NAME",
            Description = "The customer of the canary ticket, where every agreement is for certain customers.",
        };
        var command = new Command(
            "doctor",
            "Looks whether an installation can do its work: in Azure, or the data folder of a monitor on one machine. Without --rebuild "
            + "nothing is changed, but for one ticket in Azure that is created and deleted again.")
        {
            azure, data, agreements, rebuild, json, customer,
        };
        foreach (var option in names.Values) command.Add(option);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(azure) == parsed.GetValue(data) is not null)
                parsed.AddError("Say which installation is to be looked at: --azure, or --data DIR.");
            if (parsed.GetValue(azure) && (parsed.GetValue(rebuild) || parsed.GetValue(agreements) is not null))
                parsed.AddError("--agreement and --rebuild go with --data.");
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(data) is { } folder
            ? Task.FromResult(LookAt(
                folder, parsed.GetValue(agreements), parsed.GetValue(rebuild), parsed.GetValue(json), surroundings,
                parsed.InvocationConfiguration))
            : RunAsync(
                new InstallationFinder(name => parsed.GetValue(names[name]), surroundings), parsed.GetValue(customer),
                parsed.GetValue(json), surroundings, parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static int LookAt(
        string folder, string? agreements, bool rebuild, bool json, Surroundings surroundings, InvocationConfiguration streams)
    {
        if (FolderDoctor.Look(folder, agreements, rebuild, surroundings.Time, streams.Error) is not { } findings)
            return ExitCode.WrongInput;

        if (json) FindingJson.Write(findings, streams.Output);
        else
        {
            var table = new FindingTable(streams.Output, [.. findings.Select(found => found.Name)]);
            foreach (var (name, finding) in findings) table.Write(name, finding);
            table.WriteSum([.. findings.Select(found => found.Finding.Result)]);
        }

        return findings.All(found => found.Finding.Result == CheckResult.Ok) ? ExitCode.Good : ExitCode.CheckFailed;
    }

    private static async Task<int> RunAsync(
        InstallationFinder finder, string? customer, bool json, Surroundings surroundings, InvocationConfiguration streams,
        CancellationToken cancellationToken)
    {
        try
        {
            var installation = await finder.FindAsync(cancellationToken);
            // A key is sent to the address that was named, and to none that it points to.
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
            using var http = new HttpClient(handler) { Timeout = Patience };
            var examination = new Examination(ChecksOf(installation, http, customer, surroundings));
            return await examination.RunAsync(streams.Output, json, cancellationToken) ? ExitCode.Good : ExitCode.CheckFailed;
        }
        catch (CheckException e)
        {
            await streams.Error.WriteLineAsync($"error: {e.Message}\nto do: {e.Cure}");
            return ExitCode.Usage;
        }
    }

    private static ICheck[] ChecksOf(Installation installation, HttpClient http, string? customer, Surroundings surroundings)
    {
        var azure = new AzureCli(new Tool("az", "https://aka.ms/azure-cli", surroundings), installation.Subscription);
        var app = new DeployedApp(azure, installation);
        var monitor = new MonitorClient(http, installation, app);
        return
        [
            new IdentityCheck(azure, installation), new AppRolesCheck(azure, app), new FunctionsCheck(app),
            new AddressCheck(app, installation), new SecretsCheck(azure, app), new TablesCheck(azure, app, installation),
            new TableReadCheck(azure, installation), new QueueCheck(azure, app, installation),
            new QueueTrafficCheck(azure, app, installation), new AlertsCheck(azure, app), new HeartbeatCheck(azure, installation),
            new HealthCheck(monitor), new ReportsAddressCheck(monitor),
            new SandboxMailCheck(http, app, surroundings.Variable(SandboxMailCheck.KeyVariable)),
            new CanaryCheck(monitor, surroundings.Time, customer),
        ];
    }
}
