using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Azure.SendGrid;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Webhooks;

namespace SlaMonitor.Functions.Tests.Settings;

/// <summary>Nobody is warned of a setting that the manual names.</summary>
public sealed partial class DocumentedSettingTests
{
    private static readonly KnownSettings Known = new([
        typeof(LocalHostSettings).Assembly, typeof(IMailer).Assembly, typeof(SendGridServices).Assembly, typeof(Mail).Assembly,
        typeof(Helpdesks).Assembly, typeof(SlaMonitorServices).Assembly,
    ]);

    public static TheoryData<string> Documented
    {
        get
        {
            var names = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "manual"), "*.md")
                .SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
                .Select(name => name.Replace("__", ":", StringComparison.Ordinal).Replace("{name}", "acme", StringComparison.Ordinal))
                .Where(name => name is not "Section:Key")
                .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            Assert.True(names.Count > 40, $"only {names.Count} settings are in the manual");
            return [.. names];
        }
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public void Setting_OfTheManual_IsNotWarnedOf(string name) => Assert.Empty(Known.Complaints(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = "value" }).Build()));

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(__|:)[A-Za-z_:{}]*[A-Za-z}])(=[^`]*)?`", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
