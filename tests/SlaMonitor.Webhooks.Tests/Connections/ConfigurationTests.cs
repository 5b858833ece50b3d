using Microsoft.Extensions.Options;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Connections;

/// <summary>A connection with a mistake in it does not start, and says what would be right.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public async Task Mistakes_KeepTheMonitorFromStarting_AndAreAllTold()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Webhooks__Connections__a__Kind"] = "zendesk",
            ["Webhooks__Connections__b__Kind"] = "zendsk",
            ["Webhooks__Connections__b__Secret"] = "long-enough-secret",
            ["Webhooks__Connections__c__Kind"] = "standard-webhooks",
            ["Webhooks__Connections__c__Secret"] = "not-of-the-right-form",
            ["Webhooks__Connections__d__Kind"] = "github",
            ["Webhooks__Connections__d__Secret"] = "short",
            ["Webhooks__Connections__d__SecretHeader"] = "X-Api-Key",
            ["Webhooks__Connections__d__ReplayWindow"] = "00:05:00",
            ["Webhooks__Connections__d__Statuses"] = "stuck=onHolt, alone",
            ["Webhooks__Connections__d__Fields"] = "issue.severity=severity, issue.tier=fields.",
            ["Webhooks__Connections__d__TimeZone"] = "Berlin",
            ["Webhooks__Connections__d__TicketUrl"] = "javascript:{id}",
            ["Webhooks__Connections__e__Kind"] = "jira",
            ["Webhooks__Connections__e__Secrt"] = "long-enough-secret",
        };

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => TestMonitor.StartAsync(settings: settings));

        Assert.Equal(
            [
                "Webhooks:Connections:a:Secret: is missing: a connection without one would take what anybody sends.",
                "Webhooks:Connections:b:Kind: there is no 'zendsk'; there are "
                + $"{string.Join(", ", Helpdesks.All.Select(kind => kind.Name))}.",
                "Webhooks:Connections:c:Secret: is not of the form whsec_…, which is the Base64 of 24 to 64 random bytes.",
                "Webhooks:Connections:d:SecretHeader: github signs what it sends; a secret in a header would be weaker and is not taken.",
                "Webhooks:Connections:d:Secret: has fewer than 8 characters; take a long random text.",
                "Webhooks:Connections:d:ReplayWindow: github stamps no time into what it signs, so there is none to check.",
                "Webhooks:Connections:d:TimeZone: there is no zone 'Berlin'; write it as Europe/Berlin.",
                "Webhooks:Connections:d:Statuses: 'alone' is not of the form theirs=ours.",
                "Webhooks:Connections:d:Statuses: 'onHolt' in 'stuck=onHolt' is not one of new, open, pending, onHold, resolved, closed.",
                "Webhooks:Connections:d:Fields: 'severity' in 'issue.severity=severity' is not one of customer, category, group, assignee, "
                + "emergency, priority, status, fields. with a name, as fields.tier, or agreedDue. with a metric, as agreedDue.resolution.",
                "Webhooks:Connections:d:Fields: 'fields.' in 'issue.tier=fields.' is not one of customer, category, group, assignee, "
                + "emergency, priority, status, fields. with a name, as fields.tier, or agreedDue. with a metric, as agreedDue.resolution.",
                "Webhooks:Connections:d:TicketUrl: is an http or https address with {id} in it, "
                + "as https://acme.zendesk.com/agent/tickets/{id}.",
                "Webhooks:Connections:e:Secret: is missing: a connection without one would take what anybody sends.",
            ],
            refusal.Failures.Where(failure => !failure.Contains("Secrt", StringComparison.Ordinal)));
        Assert.Contains(refusal.Failures, failure =>
            failure.StartsWith(
                "Webhooks:Connections:e:Secrt: there is no such setting. A connection has Kind, Secret,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "SendGrid-Events",
        "Webhooks:Connections:SendGrid-Events: this address is taken by SendGrid's reports of its mails; choose another name.")]
    [InlineData(
        "a.b",
        "Webhooks:Connections:a.b: a connection's name has letters, digits, - and _ only, at most 40; "
        + "it is part of an address and of ticket ids.")]
    public void Name_ThatCannotBeAnAddress_IsRefused(string name, string error) =>
        Assert.Equal([error], new ConnectionBuilder(Helpdesks.All, name, TestConnections.Options("jira")).Errors);

    public static TheoryData<string> Kinds => [.. Helpdesks.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Kind_WithoutASecret_DoesNotStart(string kind)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Webhooks__Connections__x__Kind"] = kind,
            ["Webhooks__Connections__x__Secret"] = " ",
        };
        if (TestConnections.Options(kind).PublicUrl is { } address) settings["Webhooks__Connections__x__PublicUrl"] = address;

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => TestMonitor.StartAsync(settings: settings));

        Assert.Equal(
            "Webhooks:Connections:x:Secret: is missing: a connection without one would take what anybody sends.",
            Assert.Single(refusal.Failures));
    }

    [Theory]
    [InlineData(
        "hubspot", null,
        "is missing: hubspot signs the address to which it sends; write it as it is set there, "
        + "as https://sla.example.com/api/webhooks/acme")]
    [InlineData(
        "hubspot", "sla.example.com/api/webhooks/acme",
        "is an http or https address without escaped characters, as https://sla.example.com/api/webhooks/acme")]
    [InlineData(
        "hubspot", "https://sla.example.com/api%2Fwebhooks/acme",
        "is an http or https address without escaped characters, as https://sla.example.com/api/webhooks/acme")]
    [InlineData(
        "github", "https://sla.example.com/api/webhooks/acme",
        "github does not sign the address to which it sends, so none is needed")]
    public void PublicUrl_MissingOrWrongOrOfNoUse_IsRefused(string kind, string? address, string error)
    {
        var options = TestConnections.Options(kind);
        options.PublicUrl = address;

        Assert.Equal([$"Webhooks:Connections:acme:PublicUrl: {error}."], new ConnectionBuilder(Helpdesks.All, "acme", options).Errors);
    }

    [Fact]
    public void Kinds_AreAllTested() => Assert.Equal(
        Helpdesks.All.Select(kind => kind.Name).Order(StringComparer.Ordinal),
        HelpdeskSamples.All.Select(HelpdeskSamples.KindOf).Distinct().Order(StringComparer.Ordinal));
}
