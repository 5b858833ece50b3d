using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Local.Hosting.Http;
using SlaMonitor.Local.Hosting.Pump;
using SlaMonitor.Local.Hosting.Running;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Hosting.Timers;

namespace SlaMonitor.Local.Hosting.Discovery;

/// <summary>The functions of an app. Everything wrong with them is told at once.</summary>
internal sealed record FunctionCatalog(
    IReadOnlyList<HttpFunction> Http, IReadOnlyList<TimerFunction> Timers, IReadOnlyList<QueueFunction> Queues)
{
    public IEnumerable<FunctionDefinition> All => [.. Http, .. Timers, .. Queues];

    public static FunctionCatalog Discover(IEnumerable<Type> types, IConfiguration settings)
    {
        var problems = new List<string>();
        var methods = types
            .Where(type => type is { IsClass: true } and ({ IsAbstract: false } or { IsSealed: true }))
            .SelectMany(
                type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))
            .Select(method => new FunctionMethod(method))
            .OrderBy(method => method.Name, StringComparer.Ordinal)
            .ToList();
        // Names ignore case, as the real host's do.
        foreach (var same in methods.GroupBy(method => method.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            problems.Add($"error: {string.Join(" and ", same.Select(method => method.Place))} are both named '{same.Key}'; "
                + "a function's name must be its own");

        var definitions = methods.Select(method => Define(method, settings, problems)).ToList();
        LocalHostException.ThrowIfAny(problems);
        return new FunctionCatalog(
            [.. definitions.OfType<HttpFunction>()], [.. definitions.OfType<TimerFunction>()], [.. definitions.OfType<QueueFunction>()]);
    }

    private static FunctionDefinition? Define(FunctionMethod method, IConfiguration settings, List<string> problems)
    {
        var triggers = method.Parameters
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(pair => pair.Trigger is not null)
            .ToList();
        if (triggers.Count != 1)
        {
            problems.Add($"error: {method.Place}: a function needs one parameter with a trigger; it has {triggers.Count}");
            return null;
        }

        var (parameter, trigger) = triggers[0];
        var reader = new TriggerReader(method, parameter, settings, problems);
        return trigger switch
        {
            HttpTriggerAttribute http => reader.Read(http),
            TimerTriggerAttribute timer => reader.Read(timer),
            ServiceBusTriggerAttribute queue => reader.Read(queue),
            _ => throw new InvalidOperationException($"{method.Place} has a trigger that this host does not know."),
        };
    }
}
