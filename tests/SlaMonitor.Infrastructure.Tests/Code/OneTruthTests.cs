using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Architecture.Tests;
using SlaMonitor.Azure.SendGrid.Events;
using SlaMonitor.Azure.ServiceBus;
using SlaMonitor.Infrastructure.Tests.Policies.Queues;
using SlaMonitor.Infrastructure.Tests.Snapshots;
using SlaMonitor.Local.Queues;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Secrets;
using SlaMonitor.Webhooks;

namespace SlaMonitor.Infrastructure.Tests.Code;

/// <summary>What Bicep and code both say, they say alike.</summary>
public sealed partial class OneTruthTests
{
    [Fact]
    public void Queue_InAzure_IsAsOnOneMachine()
    {
        var local = new QueueOptions();

        Assert.All(Snapshot.Sets.SelectMany(set => Snapshot.Kept(set).OfType(Queue.Type)), queue =>
        {
            Assert.Equal(local.LockDuration, queue.Duration("properties.lockDuration"));
            Assert.Equal(local.DuplicateDetectionWindow, queue.Duration("properties.duplicateDetectionHistoryTimeWindow"));
            Assert.Equal(local.TimeToLive, queue.Duration("properties.defaultMessageTimeToLive"));
            Assert.Equal(Envelope.TimeToLive, queue.Duration("properties.defaultMessageTimeToLive"));
            Assert.Equal($"{local.MaxDeliveryCount}", queue.Text("properties.maxDeliveryCount"));
        });
    }

    [Fact]
    public void Setting_WithADefaultInTheSample_HasTheSameInAzure()
    {
        var sample = System.Text.Json.Nodes.JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!;

        Assert.All(Triggers.Settings, name => Assert.Equal((string?)sample[name], Snapshot.Kept("minimal").Settings[name]));
    }

    [Fact]
    public void Kind_OfAConnection_IsOneOfTheCode()
    {
        var ofBicep = Word().Matches(KindLines().Match(Repository.Read("infra/modules/types.bicep")).Value).Select(match => match.Value);

        Assert.Equal(Helpdesks.All.Select(kind => kind.Name).Order(StringComparer.Ordinal), ofBicep.Order(StringComparer.Ordinal));
    }

    /// <summary>A parameter file with a key that the program refuses would be a bad example.</summary>
    [Fact]
    public void PublicKey_OfTheDefaultSet_IsOneThatTheProgramTakes()
    {
        var options = new EventWebhookOptions { PublicKey = Snapshot.Kept("default").Settings["SendGrid__EventWebhook__PublicKey"] };

        Assert.Empty(((System.ComponentModel.DataAnnotations.IValidatableObject)options).Validate(new(options)));
    }

    /// <summary>What the parameters become has to be what the options take.</summary>
    [Fact]
    public void HealthAndRecipients_OfTheDefaultSet_AreWhatTheProgramTakes()
    {
        var settings = Snapshot.Kept("default").Settings;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting =>
                KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)))
            .Build();
        var health = configuration.GetSection(HealthOptions.Section).Get<HealthOptions>()!;
        var recipients = configuration.GetSection(RecipientOptions.Section).Get<RecipientOptions>()!;

        Validator.ValidateObject(health, new(health), validateAllProperties: true);
        Validator.ValidateObject(recipients, new(recipients), validateAllProperties: true);
        Assert.Equal(
            ("operator@example.com", "zh", true, false),
            (health.OperatorEmail, health.OperatorLanguage, health.TestMailAtStart, health.DailyMail));
        Assert.Equal(
            (TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5)),
            (health.EvaluationWithin, health.OverdueBy, health.LookEvery, health.Patience));
        Assert.True(KeyVaultReference.IsUnresolved(health.PingUrl));
        Assert.Equal("example.com, example.org", recipients.AllowedDomains);
    }

    /// <summary>Whatever can be set on one machine can be set in Azure; and where nobody sets it, it is the same.</summary>
    [Fact]
    public void Health_EverySetting_IsAParameter_AndHasTheDefaultOfTheProgram()
    {
        var byDefault = new HealthOptions();
        var minimal = Snapshot.Kept("minimal").Settings;

        Assert.All(typeof(HealthOptions).GetProperties(), property =>
        {
            var name = $"{HealthOptions.Section}__{property.Name}";
            Assert.Contains(name, Snapshot.Kept("default").Settings);
            if (property.Name is not (nameof(HealthOptions.OperatorEmail) or nameof(HealthOptions.PingUrl)))
                Assert.Equal($"{property.GetValue(byDefault)}", minimal[name], ignoreCase: true);
        });
    }

    [Fact]
    public void Abbreviation_IsUsed()
    {
        var main = Repository.Read("infra/main.bicep");
        var keys = System.Text.Json.Nodes.JsonNode.Parse(Repository.Read("infra/abbreviations.json"))!.AsObject().Select(pair => pair.Key);

        Assert.DoesNotContain(keys, key => !main.Contains($"abbreviations.{key}}}", StringComparison.Ordinal));
    }

    [Fact]
    public void Role_InBicep_IsGivenToSomebody()
    {
        var modules = string.Concat(Repository.Files("infra/modules", "*.bicep").Select(Repository.Read));
        var roles = RoleName().Matches(Repository.Read("infra/modules/roles.bicep")).Select(match => match.Value).ToList();

        Assert.NotEmpty(roles);
        Assert.DoesNotContain(roles, role => !modules.Contains($"roles.{role})", StringComparison.Ordinal));
    }

    [GeneratedRegex("^  kind:(?:\\s+\\|? ?'[a-z-]+')+", RegexOptions.Multiline)]
    private static partial Regex KindLines();

    [GeneratedRegex("(?<=')[a-z-]+(?=')")]
    private static partial Regex Word();

    [GeneratedRegex("(?<=^  )\\w+(?=: ')", RegexOptions.Multiline)]
    private static partial Regex RoleName();
}
