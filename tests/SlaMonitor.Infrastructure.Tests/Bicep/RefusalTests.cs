namespace SlaMonitor.Infrastructure.Tests.Bicep;

/// <summary>
/// What cannot be had together, or is no answer, is refused before anything is made, in words that say what would be right.
/// </summary>
public sealed class RefusalTests
{
    [SkippableTheory]
    [InlineData(
        "private", "param serviceBusSku = 'Premium'", "param serviceBusSku = 'Standard'", "privateNetworking needs serviceBusSku Premium")]
    [InlineData(
        "private",
        "param location = 'westeurope'",
        "param location = 'eastus'",
        "euDataResidency needs a region of the European Union, and eastus is none. There are austriaeast")]
    [InlineData("private", "'https://sla.example.com'", "'http://sla.example.com'", "publicUrl is to begin with https://")]
    [InlineData(
        "minimal",
        "'operator@example.com'",
        "'operator'",
        "operatorEmail is to be an address such as operator@example.com, and is operator")]
    [InlineData("default", "name: 'service_desk'", "name: 'service-desk'", "since it is part of a setting's, and this one is service-desk")]
    [InlineData(
        "default",
        "'example.com, example.org'",
        "'anna@example.com'",
        "allowedDomains is to name domains such as example.com, example.org, and not addresses; it is anna@example.com")]
    [InlineData("default", "kind: 'jira'", "kind: 'jirra'", "jirra")]
    public async Task Parameters_ThatCannotBe_AreRefused(string set, string text, string by, string says)
    {
        BicepCli.SkipWithout();
        using var copy = new InfraCopy();
        copy.Replace(copy.ParameterFile(set), text, by);

        var run = await BicepCli.SnapshotAsync(copy.ParameterFile(set), "overwrite");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }
}
