using SlaMonitor.Cli.Doctor.Findings;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>Finds out which installation is meant: by options, then by variables, then by azd.</summary>
internal sealed class InstallationFinder(Func<InstallationName, string?> option, Surroundings surroundings)
{
    /// <summary>Finds it.</summary>
    /// <exception cref="CheckException">A name is missing, or the address is not one that a key may be sent to.</exception>
    public async Task<Installation> FindAsync(CancellationToken cancellationToken)
    {
        var known = InstallationName.All.ToDictionary(
            name => name, name => option(name) ?? Given(surroundings.Variable(name.Variable)));
        var trouble = "";
        if (Missing().Count > 0)
        {
            try
            {
                var ofAzd = await ValuesOfAzdAsync(cancellationToken);
                foreach (var name in InstallationName.All) known[name] ??= Given(ofAzd.GetValueOrDefault(name.Variable));
            }
            catch (CheckException e)
            {
                trouble = $" {e.Message}.";
            }
        }

        if (Missing() is { Count: > 0 } missing)
            throw new CheckException(
                $"which installation? Not known: {string.Join(", ", missing)}.{trouble}",
                "run it in the folder of azure.yaml, after azd up, or give the options");

        return new(
            SafeAddress.Of(known[InstallationName.Url]!, "the function key"), known[InstallationName.ResourceGroup]!,
            known[InstallationName.App]!, known[InstallationName.ServiceBus]!, known[InstallationName.Storage]!,
            known[InstallationName.Insights]!, known[InstallationName.Subscription]);

        List<InstallationName> Missing() =>
            [.. InstallationName.All.Where(name => known[name] is null && name != InstallationName.Subscription)];
    }

    // A line for each value, as in NAME="value".
    private async Task<Dictionary<string, string>> ValuesOfAzdAsync(CancellationToken cancellationToken)
    {
        var azd = new Tool("azd", "https://aka.ms/azd", surroundings);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (await azd.RunAsync(["env", "get-values"], cancellationToken)).Split('\n'))
        {
            if (line.Split('=', 2) is [var name, var value]) values[name] = value.Trim().Trim('"');
        }

        return values;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
