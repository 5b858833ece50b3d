using System.CommandLine;
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
        var customer = new Option<string?>("--customer")
        {
            HelpName = "NAME",
            Description = "The customer of the canary ticket, where every agreement is for certain customers.",
        };
        var command = new Command(
            "doctor",
            "Looks whether an installation can do its work. Nothing is changed, but for one ticket that is created and deleted again.")
        {
            azure, customer,
        };
        foreach (var option in names.Values) command.Add(option);
        command.Validators.Add(parsed =>
        {
            if (!parsed.GetValue(azure)) parsed.AddError(
                "Say which installation is to be looked at: --azure. At a data folder the monitor itself looks, with its own --doctor.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new InstallationFinder(name => parsed.GetValue(names[name]), surroundings), parsed.GetValue(customer), surroundings,
            parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        InstallationFinder finder, string? customer, Surroundings surroundings, InvocationConfiguration streams,
        CancellationToken cancellationToken)
    {
        try
        {
            var installation = await finder.FindAsync(cancellationToken);
            // A key is sent to the address that was named, and to none that it points to.
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
            using var http = new HttpClient(handler) { Timeout = Patience };
            return await new Examination(ChecksOf(installation, http, customer, surroundings)).RunAsync(streams.Output, cancellationToken)
                ? ExitCode.Good
                : ExitCode.CheckFailed;
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
