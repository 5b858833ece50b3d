using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Architecture.Tests.Doors;

/// <summary>The sample says what can be set: all of it, and nothing that is not there.</summary>
public sealed partial class SettingTests
{
    /// <summary>Settings of the Functions host itself.</summary>
    private static readonly string[] OfTheHost = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage"];

    private static readonly JsonObject Sample = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!.AsObject();

    private static readonly IReadOnlyList<(string Property, string Text)> TextsOfTriggers =
        [.. from type in Assemblies.Functions.GetTypes()
            from method in type.GetMethods()
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<TriggerBindingAttribute>()
            where trigger is not null
            from property in trigger.GetType().GetProperties()
            where property.PropertyType == typeof(string)
            select (property.Name, (string?)property.GetValue(trigger) ?? string.Empty)];

    /// <summary>The settings that triggers name between per cent signs.</summary>
    public static IReadOnlyList<string> OfTriggers { get; } =
        [.. TextsOfTriggers.SelectMany(text => Placeholder().Matches(text.Text)).Select(name => name.Value).Distinct()];

    /// <summary>The sections of settings by which triggers reach their service.</summary>
    public static IReadOnlyList<string> ConnectionsOfTriggers { get; } =
        [.. TextsOfTriggers.Where(text => text.Property == nameof(ServiceBusTriggerAttribute.Connection))
            .Select(text => text.Text).Distinct()];

    [Fact]
    public void SettingOfATrigger_HasAValueInTheSample()
    {
        Assert.NotEmpty(OfTriggers);
        Assert.All(OfTriggers, name => Assert.False(string.IsNullOrEmpty((string?)Sample[name]), $"The sample has no value for {name}."));
    }

    [Fact]
    public void SettingOfTheSample_IsReadBySomebody()
    {
        var ofTheLocalHost = typeof(LocalHostSettings).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).Append(AccessKeys.FunctionKeySetting).Append(AccessKeys.AdminKeySetting)
            .Append(AccessKeys.ReaderKeySetting);
        var sections = Repository.Files("src", "*.cs")
            .SelectMany(file => Section().Matches(Repository.Read(file)))
            .Select(match => match.Value)
            .ToList();

        Assert.DoesNotContain(
            Sample.Select(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal))
                .Except(OfTriggers)
                .Except(OfTheHost)
                .Except(ofTheLocalHost),
            name => !sections.Contains(name.Split(':')[0]));
    }

    [GeneratedRegex("(?<=%)[^%]+(?=%)")]
    private static partial Regex Placeholder();

    [GeneratedRegex("(?<=const string Section = \")[^\"]+")]
    private static partial Regex Section();
}
