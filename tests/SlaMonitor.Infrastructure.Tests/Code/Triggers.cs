using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using SlaMonitor.Architecture.Tests;

namespace SlaMonitor.Infrastructure.Tests.Code;

/// <summary>What the functions' triggers name.</summary>
internal static partial class Triggers
{
    private static readonly IReadOnlyList<TriggerBindingAttribute> All =
        [.. from type in Assemblies.Functions.GetTypes()
            from method in type.GetMethods()
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<TriggerBindingAttribute>()
            where trigger is not null
            select trigger];

    private static readonly IReadOnlyList<ServiceBusTriggerAttribute> OfQueues = [.. All.OfType<ServiceBusTriggerAttribute>()];

    /// <summary>The settings that name the queues that functions listen to.</summary>
    public static IReadOnlyList<string> Queues { get; } = [.. OfQueues.SelectMany(trigger => Placeholders(trigger.QueueName)).Distinct()];

    /// <summary>What the settings begin with by which the host reaches these queues.</summary>
    public static IReadOnlyList<string> Connections { get; } = [.. OfQueues.Select(trigger => trigger.Connection!).Distinct()];

    /// <summary>The settings that stand between <c>%</c> in any trigger.</summary>
    public static IReadOnlyList<string> Settings { get; } =
        [.. (from trigger in All
             from property in trigger.GetType().GetProperties()
             where property.PropertyType == typeof(string)
             from name in Placeholders((string?)property.GetValue(trigger))
             select name).Distinct()];

    private static IEnumerable<string> Placeholders(string? text) =>
        Placeholder().Matches(text ?? string.Empty).Select(match => match.Value);

    [GeneratedRegex("(?<=%)[^%]+(?=%)")]
    private static partial Regex Placeholder();
}
