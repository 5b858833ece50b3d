using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Azure.SendGrid;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Cli.Doctor.Azure;
using SlaMonitor.Cli.Doctor.Azure.Checks;

namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>
/// What <c>sla doctor --azure</c> expects is what is deployed. The command line knows no store and no function, so that it has names of
/// its own for them.
/// </summary>
public sealed partial class DoctorTests
{
    private static readonly string Azure = Repository.Read("docs/azure.md");

    [Fact]
    public void Functions_AreThoseOfTheCode() => AssertSame(
        Assemblies.Functions.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>(),
        FunctionsCheck.Expected);

    [Fact]
    public void Tables_AreThoseOfTheCode() => AssertSame(TableNames.All, TablesCheck.Expected);

    [Fact]
    public void Alerts_AreThoseOfTheDocument() =>
        AssertSame(AlertRow().Matches(Azure).Select(row => row.Groups["name"].Value), AlertsCheck.Expected);

    [Fact]
    public void Roles_AreThoseOfTheDocument() => AssertSame(
        AppRow().Matches(Azure).SelectMany(row => row.Groups["roles"].Value.Split(", "))
            .Select(role => role.StartsWith("Data ", StringComparison.Ordinal) ? $"Azure Service Bus {role}" : role),
        AppRolesCheck.Needed);

    [Fact]
    public void Names_AreOutputsOfTheTemplate() => Assert.All(
        InstallationName.All.Where(name => name != InstallationName.Subscription), // azd knows that by itself
        name => Assert.Contains($"\noutput {name.Variable} ", Repository.Read("infra/main.bicep"), StringComparison.Ordinal));

    [Fact]
    public void Settings_AreThoseOfTheCode()
    {
        var checks = string.Join('\n', Repository.Files("src/SlaMonitor.Cli/Doctor", "*.cs").Select(Repository.Read));
        var named = SendGridSetting().Matches(checks).Select(match => match.Groups["name"].Value).ToList();

        Assert.Contains(nameof(SendGridOptions.Eu), named);
        Assert.All(named, name => Assert.NotNull(typeof(SendGridOptions).GetProperty(name)));
        Assert.Contains($"{QueueCheck.Setting}:", Repository.Read("infra/modules/settings.bicep"), StringComparison.Ordinal);
    }

    private static void AssertSame(IEnumerable<string> deployed, IEnumerable<string> expected) =>
        Assert.Equal(deployed.Order(StringComparer.Ordinal), expected.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| \d \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex AlertRow();

    [GeneratedRegex(@"^\| the app \| (?<roles>[^|]+?) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex AppRow();

    [GeneratedRegex(@"SendGrid__(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex SendGridSetting();
}
