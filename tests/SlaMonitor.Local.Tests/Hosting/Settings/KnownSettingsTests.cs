using Microsoft.Extensions.Configuration;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Tests.Hosting.Settings;

public sealed class KnownSettingsTests
{
    private static readonly KnownSettings Known = new([
        typeof(LocalHostSettings).Assembly, typeof(SlaMonitor.Monitoring.Ports.IMailer).Assembly,
    ]);

    [Theory]
    [InlineData("Agreement:Folder", "The setting Agreement:Folder is not known, and changes nothing; did you mean Agreements:Folder?")]
    [InlineData("Agreements:Foldr", "The setting Agreements:Foldr is not known, and changes nothing; did you mean Agreements:Folder?")]
    [InlineData("Local:Prot", "The setting Local:Prot is not known, and changes nothing; did you mean Local:Port?")]
    [InlineData("Mail:Smtp:Hots", "The setting Mail:Smtp:Hots is not known, and changes nothing; did you mean Mail:Smtp:Host?")]
    [InlineData(
        "Mail:Something:Else", "The setting Mail:Something:Else is not known, and changes nothing; the settings of Mail are in the README")]
    public void Complaints_NameThatNobodyReads_SaysWhatWasMeant(string name, string expected) =>
        Assert.Equal([expected], Known.Complaints(With(name)));

    [Theory]
    [InlineData("Agreements:Folder")]
    [InlineData("agreements:folder")]
    [InlineData("Mail:Smtp:Host")]
    [InlineData("Local:Speed")]
    [InlineData("FunctionKey")]
    [InlineData("PATH")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("AzureFunctionsJobHost:extensions:http:routePrefix")]
    [InlineData("npm:config:cache")]
    public void Complaints_NameThatIsKnown_OrSomebodyElses_None(string name) => Assert.Empty(Known.Complaints(With(name)));

    private static IConfigurationRoot With(string name) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = "value" }).Build();
}
